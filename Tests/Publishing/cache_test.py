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
        self.write("one.md", "# One\n\nSee [two](two.md) and [three](three.md).\n\n![A dot](media/dot.svg)\n")
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
            "a picture": lambda: self.write(
                "media/dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/>\n'),
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
            for _ in range(3):
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


class RandomEditsTest(CacheTest):
    """The same edits in two copies of a folder: one is built with a cache, one without."""

    WORDS = ["signal", "phone", "code", "screen", "account", "restart", "settings"]

    # Other commands that use what is kept.
    READERS = [
        ["check", "--format", "short"], ["walk", "--plain", "--answers", "1,1,1"],
        ["walk", "signal code", "--json", "--answers", "1"]]

    def test_edits_of_a_help_centre(self):
        self.compare(ROOT / "content", seed=1, steps=11, edits=[
            self.append, self.retitle, self.add_heading, self.rename_heading, self.set_title, self.add_include, self.edit_phrases, self.link,
            self.add_source_step, self.add_source_row, self.remove_source_row])

    def test_edits_of_a_plain_folder(self):
        self.compare(ROOT / "content" / "en-us", seed=2, steps=12, edits=[
            self.append, self.retitle, self.add_heading, self.rename_heading, self.link, self.move,
            self.delete, self.add_include, self.edit_include, self.break_include, self.write_contents,
            self.redirect, self.edit_theme, self.add_picture, self.declare_locale])

    def compare(self, source, seed, steps, edits):
        folders = [self.folder / "warm", self.folder / "cold"]
        # One translation of the help centre shows what more would show.
        others = shutil.ignore_patterns("ar-sa", "de-de", "ja-jp")
        for folder in folders:
            shutil.copytree(source, folder / "content", ignore=others)
        for step in range(-1, steps):
            edit = edits[step % len(edits)] if step < len(edits) else None
            for folder in folders:
                chance = random.Random(f"{seed} {step}")
                # In the order of the list at first, so that each edit is made at least once.
                if step >= 0:
                    (edit or chance.choice(edits))(folder / "content", chance)
            name = getattr(edit, "__name__", "first" if step < 0 else "any")
            with self.subTest(step=step, edit=name):
                warm, cold = self.build_in(folders[0]), self.build_in(folders[1], "--no-cache")
                self.assertEqual(warm.stderr, cold.stderr)
                self.assertEqual(warm.stdout, cold.stdout)
                self.assertEqual(warm.returncode, cold.returncode)
                reader = self.READERS[step % len(self.READERS)]
                warm = self.run_in(folders[0], *reader)
                cold = self.run_in(folders[1], *reader, "--no-cache")
                self.assertEqual((warm.stdout, warm.stderr), (cold.stdout, cold.stderr))
                self.assertEqual(warm.returncode, cold.returncode)
                for part in ("site", "content"):
                    result = subprocess.run(
                        ["diff", "-r", folders[0] / part, folders[1] / part],
                        capture_output=True, text=True)
                    self.assertEqual(result.stdout[:2000], "")

    def build_in(self, folder, *options):
        return self.run_in(folder, "build", "content", "-o", "site", *options)

    def run_in(self, folder, *arguments):
        return subprocess.run(
            [WAYMARK, *arguments], capture_output=True, text=True, cwd=folder,
            env=os.environ | {"XDG_CACHE_HOME": str(self.cache)})

    def article(self, content, chance):
        return chance.choice(sorted(
            path for path in content.rglob("*.md")
            if "includes" not in path.parts and path.name.lower() != "toc.md"))

    def append(self, content, chance):
        article = self.article(content, chance)
        words = " ".join(chance.choices(self.WORDS, k=5))
        article.write_text(article.read_text() + f"\nCheck the {words}.\n")

    def retitle(self, content, chance):
        article = self.article(content, chance)
        article.write_text(article.read_text().replace("\n# ", f"\n# {chance.choice(self.WORDS)} ", 1))

    def add_heading(self, content, chance):
        article = self.article(content, chance)
        name = " ".join(chance.choices(self.WORDS, k=2))
        article.write_text(article.read_text() + f"\n## My {name} fails\n\n1. Restart it.\n2. Wait.\n")

    def rename_heading(self, content, chance):
        article = self.article(content, chance)
        article.write_text(article.read_text().replace("\n## ", "\n## Now ", 1))

    def link(self, content, chance):
        article, other = self.article(content, chance), self.article(content, chance)
        path = os.path.relpath(other, article.parent)
        article.write_text(
            article.read_text() + f"\nSee [this]({path}), [that]({path}#nowhere) and [it](gone.md).\n")

    def edit_source(self, content, old, new):
        article = content / "en-us" / "codes-not-arriving.md"
        article.write_text(article.read_text().replace(old, new, 1))

    def add_source_step(self, content, chance):
        self.edit_source(content, "\n3. Look", f"\n3. Keep the {chance.choice(self.WORDS)}.\n4. Look")

    def add_source_row(self, content, chance):
        row = f"|My {chance.choice(self.WORDS)} is cracked|Ask for a new one.|"
        self.edit_source(content, "\n|The call", f"\n{row}\n|The call")

    def remove_source_row(self, content, chance):
        article = content / "en-us" / "codes-not-arriving.md"
        lines = article.read_text().splitlines(keepends=True)
        article.write_text("".join(line for line in lines if not line.startswith("|The code")))

    def move(self, content, chance):
        article = self.article(content, chance)
        (content / "moved").mkdir(exist_ok=True)
        article.rename(content / "moved" / article.name)

    def delete(self, content, chance):
        self.article(content, chance).unlink()

    def add_include(self, content, chance):
        article = self.article(content, chance)
        (article.parent / "includes").mkdir(exist_ok=True)
        (article.parent / "includes" / "note.md").write_text("Keep the [code](../gone.md).\n")
        article.write_text(article.read_text() + "\n[!INCLUDE [note](includes/note.md)]\n")

    def edit_include(self, content, chance):
        for note in sorted(content.rglob("includes/note.md")):
            note.write_text(f"Mind the {chance.choice(self.WORDS)}.\n")

    def break_include(self, content, chance):
        for note in sorted(content.rglob("includes/note.md")):
            note.unlink()

    def write_contents(self, content, chance):
        names = sorted(path.name for path in content.glob("*.md"))
        (content / "toc.yml").write_text(
            "".join(f"- name: {chance.choice(self.WORDS)}\n  href: {name}\n" for name in names[:4]))

    def redirect(self, content, chance):
        target = os.path.relpath(self.article(content, chance), content)
        (content / f"old-{chance.choice(self.WORDS)}.md").write_text(
            f"---\nredirect_url: {target}\n---\n")

    def edit_theme(self, content, chance):
        (content / "theme").mkdir(exist_ok=True)
        (content / "theme" / "footer.mustache").write_text(f"<footer>{chance.random()}</footer>\n")

    def add_picture(self, content, chance):
        article = self.article(content, chance)
        (article.parent / "media").mkdir(exist_ok=True)
        (article.parent / "media" / "dot.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{chance.randrange(9) + 1}" height="1"/>\n')
        article.write_text(article.read_text() + "\n![A dot](media/dot.svg)\n")

    def declare_locale(self, content, chance):
        article = self.article(content, chance)
        article.write_text(f"---\nms.contentlocale: fr-fr\n---\n{article.read_text().split('---')[-1]}")

    def set_title(self, content, chance):
        settings = content / "waymark.yml"
        text = settings.read_text().splitlines(keepends=True)
        settings.write_text("".join(text) + f"# {chance.random()}\n")

    def edit_phrases(self, content, chance):
        (content / "theme" / "phrases").mkdir(parents=True, exist_ok=True)
        (content / "theme" / "phrases" / "en.yml").write_text(
            f"find: Search the {chance.choice(self.WORDS)}\n")


if __name__ == "__main__":
    unittest.main()
