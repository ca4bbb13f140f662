"""Builds a site in parts, each in a process of its own, and puts them together."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"


class MergeTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def run_waymark(self, *arguments):
        return subprocess.run(
            [WAYMARK, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder,
            env=os.environ | {"XDG_CACHE_HOME": str(self.folder / "cache")})

    def build_parts(self, content, count, folder="part"):
        """Builds all parts at once, with GNU parallel on two entries for this host if there is one."""
        command = [str(WAYMARK), "build", str(content), "--no-cache"]
        if shutil.which("parallel"):
            line = " ".join(command) + f" --shard {{}}/{count} -o {folder}-{{}}"
            subprocess.run(
                ["parallel", "--will-cite", "-S", "1/:,2/:", "--workdir", self.folder, line, ":::",
                 *map(str, range(1, count + 1))],
                check=False, cwd=self.folder, capture_output=True)
        else:
            print("GNU parallel is not there; the parts are built without it")
            processes = [
                subprocess.Popen(
                    command + ["--shard", f"{number}/{count}", "-o", f"{folder}-{number}"],
                    cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for number in range(1, count + 1)]
            for process in processes:
                process.wait()
        return [f"{folder}-{number}" for number in range(1, count + 1)]

    def small_content(self):
        content = self.folder / "small"
        content.mkdir()
        for name in ("one", "two", "three", "four"):
            (content / f"{name}.md").write_text(f"# {name}\n\nSee [one](one.md).\n\n## If it fails\n\nWait.\n")
        return content

    def test_three_parts_are_the_site_of_one_build(self):
        single = self.run_waymark("build", ROOT / "content", "-o", "single", "--no-cache")
        parts = self.build_parts(ROOT / "content", 3)
        merged = self.run_waymark("merge", *reversed(parts), "-o", "site")
        self.assertEqual(merged.returncode, single.returncode, merged.stderr)
        self.assert_same("single", "site")
        self.assertEqual(merged.stdout.replace("site", "single"), single.stdout)
        again = self.run_waymark("merge", *parts, "-o", "site")
        self.assertIn(" 0 written, 0 deleted", again.stdout)

    def test_more_parts_than_articles(self):
        content = self.small_content()
        self.run_waymark("build", content, "-o", "single")
        for count in (1, 2, 7):
            parts = self.build_parts(content, count, f"of-{count}")
            merged = self.run_waymark("merge", *parts, "-o", "site")
            self.assertEqual(merged.returncode, 0, merged.stderr)
            self.assert_same("single", "site")

    def test_parts_that_do_not_belong_together_are_refused(self):
        content = self.small_content()
        parts = self.build_parts(content, 2)
        self.run_waymark("build", content, "--shard", "1/3", "-o", "third")
        self.run_waymark("build", content, "--shard", "2/2", "--locale", "en-us", "-o", "option")
        (content / "two.md").write_text("# two\n\nOther words.\n")
        self.run_waymark("build", content, "--shard", "2/2", "-o", "other")
        cases = {
            "part-missing": [parts[0]],
            "part-twice": [parts[0], parts[1], parts[0]],
            "not-a-part": [parts[0], "small"],
            "parts-differ": [parts[0], "other"],
            "parts-differ]": [parts[0], "third"],
            "[parts-differ]": [parts[0], "option"],
        }
        for code, folders in cases.items():
            with self.subTest(code):
                result = self.run_waymark("merge", *folders, "-o", "site")
                self.assertEqual(result.returncode, 2, result.stdout)
                self.assertIn(code, result.stderr)
                self.assertFalse((self.folder / "site").exists())
                self.assertEqual(list(self.folder.glob(".*")), [])

    def test_a_damaged_part_leaves_the_site_as_it_is(self):
        content = self.small_content()
        parts = self.build_parts(content, 2)
        self.run_waymark("merge", *parts, "-o", "site")
        shutil.copytree(self.folder / "site", self.folder / "before")
        page = next((self.folder / parts[1] / "en-us").glob("*.html"))
        whole = page.read_bytes()
        for damaged in (whole[:-1], whole.replace(b"<", b"[", 1), None):
            page.unlink()
            if damaged is not None:
                page.write_bytes(damaged)
            result = self.run_waymark("merge", *parts, "-o", "site")
            self.assertEqual(result.returncode, 2, result.stdout)
            self.assertIn("[damaged-part]", result.stderr)
            self.assert_same("before", "site")
            page.write_bytes(whole)
        manifest = self.folder / parts[0] / "waymark-shard" / "manifest.json"
        listed = json.loads(manifest.read_text())
        listed["files"][0]["path"] = "../outside.html"
        manifest.write_text(json.dumps(listed))
        self.assertEqual(self.run_waymark("merge", *parts, "-o", "site").returncode, 2)
        self.assertFalse((self.folder / "outside.html").exists())
        self.assert_same("before", "site")

    def test_a_part_records_no_permalinks(self):
        content = self.small_content()
        (content / "waymark.yml").write_text("locales: [en-us]\n")
        (content / "en-us").mkdir()
        (content / "one.md").rename(content / "en-us" / "one.md")
        result = self.run_waymark("build", content, "--shard", "1/2", "-o", "part")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[unrecorded-permalink]", result.stderr)
        self.assertFalse((content / "permalinks.json").exists())

    def test_the_array_script_builds_one_part(self):
        content = self.small_content()
        for number in ("1", "2"):
            subprocess.run(
                ["bash", ROOT / "script/shards", content, self.folder / "parts"], check=True,
                env=os.environ | {
                    "SLURM_ARRAY_TASK_ID": number, "SLURM_ARRAY_TASK_COUNT": "2",
                    "PATH": f"{WAYMARK.parent}:{os.environ['PATH']}"},
                capture_output=True)
        merged = self.run_waymark("merge", "parts/part-1", "parts/part-2", "-o", "site")
        self.assertEqual(merged.returncode, 0, merged.stderr)

    def assert_same(self, one, other):
        result = subprocess.run(
            ["diff", "-r", one, other], capture_output=True, text=True, cwd=self.folder)
        self.assertEqual(result.stdout[:2000], "")


if __name__ == "__main__":
    unittest.main()
