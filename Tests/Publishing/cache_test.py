"""Builds with and without what former builds have kept: the site and the words are the same."""

import os
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"


class CacheTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.cache = self.folder / "cache"
        self.content = self.folder / "content"
        self.site = self.folder / "public" / "site"

    def run_waymark(self, *arguments):
        return subprocess.run(
            [WAYMARK, *arguments], capture_output=True, text=True, cwd=self.folder,
            env=os.environ | {"XDG_CACHE_HOME": str(self.cache)})

    def build(self, *options, site=None):
        return self.run_waymark("build", "content", "-o", site or self.site, *options)

    def is_skipped(self, *options):
        """Whether a build has nothing to do: any other makes a folder beside the site."""
        before = os.stat(self.site.parent).st_mtime_ns
        self.build(*options)
        return os.stat(self.site.parent).st_mtime_ns == before

    def write(self, path, text):
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def small_library(self):
        self.write("one.md", "# One\n\nSee [two](two.md) and [three](three.md).\n")
        self.write("two.md", "# Two\n\n[!INCLUDE [note](includes/note.md)]\n")
        self.write("includes/note.md", "Mind the gap.\n")
        self.write("media/dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n')


class UnchangedTest(CacheTest):
    def test_an_unchanged_build_says_the_same_and_writes_nothing(self):
        self.small_library()
        self.write("two.md", "# Two\n\n[!INCLUDE [note](includes/missing.md)]\n")
        first = self.build()
        self.assertEqual(first.returncode, 1, first.stderr)
        self.assertIn("missing-include", first.stderr)
        before = os.stat(self.site.parent).st_mtime_ns
        second = self.build()
        self.assertEqual(os.stat(self.site.parent).st_mtime_ns, before)
        self.assertEqual(second.returncode, 1)
        self.assertEqual(second.stderr, first.stderr)
        cold = self.build("--no-cache")
        self.assertEqual((second.stdout, second.stderr), (cold.stdout, cold.stderr))
        self.assertIn(" 0 written, 0 deleted", second.stdout)

    def test_any_change_is_seen(self):
        self.small_library()
        hidden = self.content / ".shared" / "note.md"
        self.write(".shared/note.md", "Mind the step.\n")
        self.write("three.md", "# Three\n\n[!INCLUDE [note](.shared/note.md)]\n")
        page = self.site / "en-us" / "one.html"
        changes = {
            "an article of the same size": lambda: self.write("one.md", "# Won\n\nNo links.\n"),
            "an included file": lambda: self.write("includes/note.md", "Mind the cap.\n"),
            "a hidden included file": lambda: hidden.write_text("Mind the stop.\n"),
            "a hidden included file that is gone": hidden.unlink,
            "a picture": lambda: self.write("media/dot.svg", "<svg/>"),
            "a new article": lambda: self.write("four.md", "# Four\n"),
            "a renamed article": lambda: (self.content / "four.md").rename(self.content / "five.md"),
            "an article that is gone": (self.content / "five.md").unlink,
            "settings": lambda: self.write("waymark.yml", "title: Help\n"),
            "a theme": lambda: self.write("theme/theme.css", "p { color: red }\n"),
            "a page that somebody wrote": lambda: page.write_text("x" * page.stat().st_size),
            "a page that is gone": page.unlink,
            "the list of the site's files": (self.site / ".waymark-files").unlink,
        }
        self.build()
        for name, change in changes.items():
            with self.subTest(name):
                self.assertTrue(self.is_skipped())
                change()
                warm = self.build()
                shutil.rmtree(self.folder / "cold", True)
                cold = self.build("--no-cache", site=self.folder / "cold")
                self.assertEqual((warm.returncode, warm.stderr), (cold.returncode, cold.stderr))
                self.assert_same_sites(self.site, self.folder / "cold")

    def test_other_options_are_another_question(self):
        self.small_library()
        self.build()
        self.assertTrue(self.is_skipped())
        self.assertFalse(self.is_skipped("--no-cache"))
        self.assertFalse(self.is_skipped("--locked"))
        self.assertTrue(self.is_skipped("--locked"))
        self.assertFalse(self.is_skipped("--locale", "en-us"))

    def test_what_is_kept_belongs_to_nobody_else(self):
        self.small_library()
        self.build()
        folders = list((self.cache / "waymark").iterdir())
        self.assertEqual([folder.stat().st_mode & 0o777 for folder in folders], [0o700])
        self.content.rename(self.folder / "other")
        self.run_waymark("build", "other", "-o", self.site)
        self.assertEqual(len(list((self.cache / "waymark").iterdir())), 1)

    def test_a_damaged_cache_changes_nothing(self):
        self.small_library()
        first = self.build()
        files = [path for path in self.cache.rglob("*") if path.is_file()]
        self.assertGreater(len(files), 1)
        seed = random.Random(1)
        for path in files:
            whole = path.read_bytes()
            damaged = [b"", whole[:10], whole[:-1], whole + b"\0", b"\xff" * len(whole)]
            for _ in range(8):
                flipped = bytearray(whole)
                flipped[seed.randrange(len(whole))] ^= 1 << seed.randrange(8)
                damaged.append(bytes(flipped))
            for content in damaged:
                path.write_bytes(content)
                result = self.build()
                self.assertEqual(result.returncode, first.returncode, result.stderr)
                self.assertEqual(result.stderr, first.stderr)
                self.assertIn(" 0 written, 0 deleted", result.stdout)

    def test_without_a_place_for_a_cache_a_build_works(self):
        self.small_library()
        self.cache.write_text("in the way")
        self.assertEqual(self.build().returncode, 0)
        result = subprocess.run(
            [WAYMARK, "build", self.content, "-o", self.site], capture_output=True, text=True, env={})
        self.assertEqual(result.returncode, 0, result.stderr)

    def assert_same_sites(self, one, other):
        result = subprocess.run(["diff", "-r", one, other], capture_output=True, text=True)
        self.assertEqual(result.stdout, "")


if __name__ == "__main__":
    unittest.main()
