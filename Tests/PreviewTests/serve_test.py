"""Drives `waymark serve` as a browser and an editor would: pages, reloads, attacks on paths."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print(f"FAILED: {what}", file=sys.stderr)


def raw(port, target, host="127.0.0.1"):
    """Sends a request line as it is, which no client library would; returns the whole answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"GET " + target + f" HTTP/1.1\r\nHost: {host}\r\n".encode() + b"Connection: close\r\n\r\n")
        answer = b""
        connection.settimeout(3)
        try:
            while part := connection.recv(65536):
                answer += part
        except TimeoutError:
            pass
    return answer


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Type"), answer.read()


class Events(threading.Thread):
    """Listens as a page does, and keeps the states it is told."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.states = []
        self.times = []
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.connection.request("GET", "/.waymark/events")
        self.answer = self.connection.getresponse()
        self.start()

    def run(self):
        while line := self.answer.readline():
            if line.startswith(b"data: "):
                self.states.append(json.loads(line[6:]))
                self.times.append(time.monotonic())

    def wait(self, condition, what):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.states and condition(self.states[-1]):
                return
            time.sleep(0.01)
        expect(False, what)


def main():
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder) / "content"
        shutil.copytree(ROOT / "content", content)
        (pathlib.Path(folder) / "secret.md").write_text("# secret")
        # A shell starts what runs in the background deaf to Ctrl-C, and so would be the preview.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.symlink(folder, content / "en-us" / "out")
        server = subprocess.Popen(
            [WAYMARK, "serve", content, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            port = None
            for line in server.stdout:
                if line.startswith("http://127.0.0.1:"):
                    port = int(line.split(":")[2].strip("/\n"))
                    break
            threading.Thread(target=server.stdout.read, daemon=True).start()
            pages(port)
            attacks(port)
            changes(port, content)
            busy(port, content)
            server.send_signal(signal.SIGINT)
            expect(server.wait(timeout=60) == -signal.SIGINT, "Ctrl-C ends the preview")
        finally:
            server.kill()


def pages(port):
    status, kind, body = get(port, "/en-us/reset-password.html")
    expect(status == 200 and kind == "text/html; charset=utf-8", "an article is a page")
    expect(b"/.waymark/preview.js" in body, "a page listens for changes")
    expect(b"connect-src 'self'" in body, "a page's policy lets it listen")
    for path in ["/", "/nl-nl/", "/nl-nl/index.html", "/theme/theme.css", "/.waymark/preview.css",
                 "/files/en-us/media/locked.svg", "/en-us/reset-password"]:
        expect(get(port, path)[0] == 200, f"{path} is there")
    expect(get(port, "/en-us/nothing.html")[0] == 404, "a page that is not there is not found")


def attacks(port):
    for target in [b"/../secret.md", b"/%2e%2e/secret.md", b"/files/../../secret.md", b"/files/%2e%2e%2fsecret.md",
                   b"/files/en-us/..%2f..%2f..%2fsecret.md", b"/files/en-us/out/secret.md", b"//etc/passwd", b"/files//etc/passwd",
                   b"/etc/passwd", b"/files/en-us/media/locked.svg%00.html", b"/..\\secret.md", b"/files/%5c..%5csecret.md",
                   b"/files/\xff\xfe", b"/%", b"http://127.0.0.1/../secret.md", b"*", b"/waymark.yml", b"/files/waymark.yml"]:
        answer = raw(port, target)
        first = answer.split(b"\r\n", 1)[0]
        expect(b" 200 " not in first and b"# secret" not in answer and b"root:" not in answer,
               f"{target!r} reads nothing, not {first!r}")
    expect(b" 403 " in raw(port, b"/", host="evil.example").split(b"\r\n", 1)[0], "another host's name is refused")
    expect(get(port, "/")[0] == 200, "the preview goes on after attacks")


def changes(port, content):
    events = Events(port)
    events.wait(lambda state: True, "a page is told the state at once")
    article = content / "en-us" / "reset-password.md"
    text = article.read_text()

    version = events.states[-1]["version"]
    start = time.monotonic()
    article.write_text(text.replace("# <a", "A preview sentence.\n\n# <a", 1))
    events.wait(lambda state: state["version"] > version, "an edit is told")
    print(f"an edit was told after {events.times[-1] - start:.2f} s" if events.times else "")
    expect(b"A preview sentence." in get(port, "/en-us/reset-password.html")[2], "the page shows the edit")

    article.write_text(text + "\n[!INCLUDE [gone](includes/gone.md)]\n")
    events.wait(lambda state: any(f["code"] == "missing-include" for f in state["findings"]), "a mistake is told")
    article.write_bytes(b"---\n: [\n---\n\xff\xfe <span data-ttu-id=")
    events.wait(lambda state: any("front-matter" in f["code"] for f in state["findings"]), "a broken file is told")
    expect(get(port, "/en-us/reset-password.html")[0] == 200, "a broken article is still a page")

    version = events.states[-1]["version"]
    article.rename(content / "en-us" / "renamed.md")
    events.wait(lambda state: state["version"] > version, "a rename is told")
    expect(get(port, "/en-us/renamed.html")[0] == 200, "a renamed article is a page")
    (content / "en-us" / "renamed.md").rename(article)
    article.write_text(text)

    inner = content / "en-us" / "new" / "deeper"
    inner.mkdir(parents=True)
    (inner / "fresh.md").write_text("# Fresh\n\nA new article.\n")
    end = time.monotonic() + 20
    while get(port, "/en-us/new/deeper/fresh.html")[0] != 200 and time.monotonic() < end:
        time.sleep(0.05)
    expect(get(port, "/en-us/new/deeper/fresh.html")[0] == 200, "an article in a new folder is a page")
    (inner / "fresh.md").write_text("# Fresher\n")
    events.wait(lambda state: b"Fresher" in get(port, "/en-us/new/deeper/fresh.html")[2], "a new folder is watched")

    settings = content / "waymark.yml"
    old = settings.read_text()
    settings.write_text("locales: [\n")
    events.wait(lambda state: [f["code"] for f in state["findings"]] == ["bad-configuration"], "broken settings are told, and nothing else")
    expect(get(port, "/en-us/new/deeper/fresh.html")[0] == 200, "pages stay while the settings are broken")
    settings.write_text(old)
    events.wait(lambda state: not any(f["code"] == "bad-configuration" for f in state["findings"]), "mended settings are read")


def busy(port, content):
    second = subprocess.run([WAYMARK, "serve", content, "--port", str(port)], capture_output=True, text=True, timeout=60)
    expect(second.returncode == 2 and "--port 0" in second.stderr, "a port in use is told, with what to do")


main()
sys.exit(1 if failures else 0)
