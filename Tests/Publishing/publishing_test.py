"""Publishes small sites and looks at what is on the disk, as `waymark build` leaves it."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"


def build(content, site, cwd=None):
    return subprocess.run(
        [WAYMARK, "build", content, "--output", site], cwd=cwd, capture_output=True, text=True)


class PublishingTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = self.folder / "content"
        self.content.mkdir()
        (self.content / "one.md").write_text("# One\n\nText.\n")
        (self.content / "two.md").write_text("# Two\n\nText.\n")
        self.site = self.folder / "public" / "site"

    def page(self, name):
        return self.site / "en-us" / f"{name}.html"

    def test_unchanged_files_keep_their_identity(self):
        build(self.content, self.site)
        folder, one, two = (os.stat(p).st_ino for p in (self.site, self.page("one"), self.page("two")))
        result = build(self.content, self.site)
        self.assertIn("0 written", result.stdout)
        self.assertEqual(os.stat(self.site).st_ino, folder)
        (self.content / "two.md").write_text("# Two\n\nOther text.\n")
        build(self.content, self.site)
        self.assertEqual(os.stat(self.page("one")).st_ino, one)
        self.assertNotEqual(os.stat(self.page("two")).st_ino, two)
        self.assertEqual(os.stat(self.page("one")).st_nlink, 1)
        listed = (self.site / ".waymark-files").read_text().splitlines()
        self.assertEqual(sorted(listed), listed)
        self.assertIn("en-us/two.html", listed)

    def test_what_a_killed_build_left_goes_also_where_nothing_changed(self):
        build(self.content, self.site)
        left = self.site.parent / ".site.waymark" / "site" / "en-us"
        left.mkdir(parents=True)
        (left / "one.html").write_text("half")
        result = build(self.content, self.site)
        self.assertIn("0 written", result.stdout)
        self.assertEqual(os.listdir(self.site.parent), ["site"])

    def test_broken_settings_stop_every_command_before_it_takes_an_article_for_another(self):
        settings = self.content / "waymark.yml"
        settings.write_text("locales: [en-us]\nescalation: Call 4357.\n")
        (self.content / "en-us").mkdir()
        (self.content / "en-us" / "one.md").write_text("# One\n\nText.\n")
        self.assertEqual(build(self.content, self.site).returncode, 0)
        lock = (self.content / "permalinks.json").read_text()
        settings.write_text(settings.read_text() + "foo: [\n")
        folder = ["--content", self.content]
        for arguments in (
            ["build", self.content, "-o", self.site], ["check", self.content], ["tree", self.content],
            ["permalinks", "accept", *folder], ["permalinks", "status", *folder],
            ["permalinks", "move", "one", "two", *folder], ["mv", "one", "two", *folder],
            ["permalinks", "retire", "one", "--reason", "gone", *folder],
            ["explain", "one", *folder], ["new", "article", "three", *folder],
            ["xliff", "export", self.content, "--locale", "nl-nl"],
        ):
            result = subprocess.run([WAYMARK, *arguments], capture_output=True, text=True)
            said = result.stdout + result.stderr
            self.assertEqual(result.returncode, 1, (arguments, said))
            self.assertEqual(said.count("[bad-configuration]"), 1, (arguments, said))
            self.assertNotIn("lost-permalink", said)
        self.assertEqual((self.content / "permalinks.json").read_text(), lock)
        self.assertEqual(sorted(os.listdir(self.content)), ["en-us", "one.md", "permalinks.json", "two.md", "waymark.yml"])
        self.assertTrue(self.page("one").exists())

    def test_files_of_others_stay_and_old_pages_go(self):
        build(self.content, self.site)
        (self.site / "CNAME").write_text("help.example.org")
        (self.site / ".git" / "refs").mkdir(parents=True)
        (self.content / "two.md").unlink()
        result = build(self.content, self.site)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual((self.site / "CNAME").read_text(), "help.example.org")
        self.assertTrue((self.site / ".git" / "refs").is_dir())
        self.assertFalse(self.page("two").exists())
        self.assertEqual(os.listdir(self.site.parent), ["site"])

    def test_a_symbolic_link_to_the_site_stays_one(self):
        build(self.content, self.site)
        link = self.folder / "link"
        link.symlink_to(self.site)
        (self.content / "two.md").write_text("# Two\n\nOther text.\n")
        self.assertEqual(build(self.content, link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertIn("Other text", self.page("two").read_text())

    def test_the_folder_of_the_articles_is_not_replaced(self):
        for output in (self.content, self.folder):
            result = build(self.content, output)
            self.assertEqual(result.returncode, 2)
            self.assertIn("[bad-output]", result.stderr)
        result = build(self.content, ".", cwd=self.folder)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(sorted(os.listdir(self.folder)), ["content"])

    def test_a_file_is_no_place_for_a_site(self):
        self.site.parent.mkdir()
        self.site.write_text("precious")
        result = build(self.content, self.site)
        self.assertEqual(result.returncode, 2)
        self.assertIn("is a file", result.stderr)
        self.assertEqual(self.site.read_text(), "precious")

    def test_what_a_killed_build_left_is_cleared_away(self):
        left = self.site.parent / ".site.waymark" / "site" / "en-us"
        left.mkdir(parents=True)
        (left / "half.html").write_text("<p>")
        build(self.content, self.site)
        self.assertEqual(os.listdir(self.site.parent), ["site"])
        self.assertFalse(self.page("half").exists())

    def test_one_core_writes_the_same_bytes_as_all(self):
        content = self.folder / "help-centre"
        shutil.copytree(ROOT / "content", content)
        for core in ([], ["taskset", "-c", "0"]):
            site = self.folder / f"cores-{len(core)}"
            result = subprocess.run(
                [*core, WAYMARK, "build", content, "--output", site], capture_output=True, text=True)
            self.assertIn(result.returncode, (0, 1), result.stderr)
        same = subprocess.run(["diff", "-r", self.folder / "cores-0", self.folder / "cores-3"])
        self.assertEqual(same.returncode, 0)

    def test_killed_builds_leave_whole_sites(self):
        result = subprocess.run(
            [ROOT / "script/kill-builds", "--waymark", WAYMARK, "--kills", "6", "--full", "2",
             "--pairs", "2"], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)


if __name__ == "__main__":
    unittest.main()
