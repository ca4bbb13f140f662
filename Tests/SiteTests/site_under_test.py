"""Builds the site of content/ into a temporary folder, serves it, and opens a browser."""
import contextlib
import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
WAYMARK = ROOT / ".build" / "debug" / "waymark"
LOCALES = ["en-us", "nl-nl", "de-de", "ja-jp", "ar-sa"]


def every_fourth_article(folder):
    """Leaves one article of four, in the order of their paths, with all other files: what a debug build has time for."""
    articles = sorted(pathlib.Path(folder).rglob("*.md"), key=os.fspath)
    for number, article in enumerate(articles):
        if number % 4 and "includes" not in article.parts:
            article.unlink()


@contextlib.contextmanager
def built_site(content=ROOT / "content", prepare=None):
    """Yields the folder of a site; works on a copy, since a build records permalinks."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "content"
        shutil.copytree(content, copy)
        if prepare:
            prepare(copy)
        site = pathlib.Path(folder) / "site"
        result = subprocess.run(
            [WAYMARK, "build", copy, "-o", site], capture_output=True, text=True)
        if result.returncode not in (0, 1):
            raise SystemExit(result.stdout + result.stderr)
        yield site


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; for what is not there the nearest 404.html above, as hosts do."""

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        folder = pathlib.Path(self.translate_path(self.path)).parent
        pages = [parent / "404.html" for parent in [folder, *folder.parents]]
        page = next((page for page in pages if page.is_file()), None)
        if code != 404 or page is None:
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder):
    """Yields the address of a server on the loopback interface."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


class Checks:
    """Counts what held, and prints what did not."""

    def __init__(self):
        self.count = 0
        self.failures = 0

    def __call__(self, holds, message):
        self.count += 1
        if not holds:
            self.failures += 1
            print(f"  FAILED {message}")

    def equal(self, found, expected, message):
        self(found == expected, f"{message}: {found!r} is not {expected!r}")

    def exit(self):
        print(f"{self.count} checks, {self.failures} failed")
        return 1 if self.failures else 0
