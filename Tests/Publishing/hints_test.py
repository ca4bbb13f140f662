"""Runs every command that a hint prints, as it is printed, in a folder whose name holds a blank."""

import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"


class HintsTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        content = self.folder / "my help"
        (content / "en-us").mkdir(parents=True)
        (content / "nl-nl").mkdir()
        (content / "waymark.yml").write_text("locales: [en-us, nl-nl, de-de]\nescalation: Call 4357.\n")
        self.article("one", "# One\n\n## Old part\n\nWait for the bus.\n\n## Other part\n\nRead.\n")
        self.article("two", "# Two\n\nWait.\n")
        (content / "nl-nl" / "two.md").write_text("# Twee\n\nWacht.\n")

    def article(self, name, text):
        (self.folder / "my help" / "en-us" / f"{name}.md").write_text(text)

    def run_waymark(self, *arguments):
        return subprocess.run([WAYMARK, *arguments], cwd=self.folder, capture_output=True, text=True)

    def follow(self, result, least):
        """Runs the commands of an output that print nothing but what is asked for."""
        said = result.stdout + result.stderr
        commands = re.findall(r"`(waymark [^`]+)`", said)
        commands += re.findall(r"^ *(waymark .*?)(?:   .*)?$", result.stdout, re.M)
        commands = [c for c in commands if " NAME" not in c]
        self.assertGreaterEqual(len(commands), least, said)
        for command in commands:
            followed = self.run_waymark(*shlex.split(command)[1:])
            self.assertIn(followed.returncode, (0, 1, 4), (command, followed.stdout + followed.stderr))

    def test_commands_in_findings_can_be_run(self):
        self.follow(self.run_waymark("check", "my help", "--all"), 2)

    def test_commands_about_lost_addresses_can_be_run(self):
        self.run_waymark("build", "my help", "-o", "site")
        self.article("one", "# One\n\nNothing.\n")
        self.article("three", "# Three\n\nWait for something else.\n")
        lost = self.run_waymark("build", "my help", "-o", "site")
        self.assertIn("lost-permalink", lost.stderr)
        self.follow(lost, 1)

    def test_translations_follow_a_source_that_was_renamed_alone(self):
        self.run_waymark("build", "my help", "-o", "site")
        content = self.folder / "my help"
        (content / "en-us" / "two.md").rename(content / "en-us" / "deux.md")
        lost = self.run_waymark("build", "my help", "-o", "site")
        self.assertEqual(lost.returncode, 1)
        self.assertIn("lost-permalink", lost.stderr)
        command = re.search(r"`(waymark mv two deux [^`]+)`", lost.stderr)[1]
        moved = self.run_waymark(*shlex.split(command)[1:])
        self.assertEqual(moved.returncode, 0, moved.stderr)
        self.assertTrue((content / "nl-nl" / "deux.md").exists())
        built = self.run_waymark("build", "my help", "-o", "site")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("deux.html", (self.folder / "site" / "nl-nl" / "two.html").read_text())

    def test_commands_of_new_articles_can_be_run(self):
        self.follow(self.run_waymark("new", "article", "My Printer is ON FIRE", "--content", "my help"), 3)
        self.follow(self.run_waymark("new", "help-centre", "your help"), 3)

    def test_commands_of_refusals_can_be_run(self):
        for arguments in (
            ["explain", "zzzzz", "--content", "my help"], ["walk", "my help", "zzzzz"],
            ["build", "my help", "-o", "site", "--locked"],
            ["permalinks", "retire", "zzzzz", "--reason", "gone", "--content", "my help"],
            ["translations", "my help"],
        ):
            result = self.run_waymark(*arguments)
            self.follow(result, 0 if "translations" in arguments else 1)

    def test_a_language_that_the_settings_do_not_name_is_told(self):
        (self.folder / "my help" / "fr-fr").mkdir()
        (self.folder / "my help" / "fr-fr" / "two.md").write_text("# Deux\n\nAttendez.\n")
        for command in (["walk", "my help", "--locale", "fr-fr"], ["tree", "my help", "--locale", "fr-fr"]):
            result = self.run_waymark(*command)
            self.assertEqual(result.returncode, 64)
            self.assertIn("The folder 'fr-fr' holds an article, but `locales` in waymark.yml does not name it.", result.stderr)


if __name__ == "__main__":
    unittest.main()
