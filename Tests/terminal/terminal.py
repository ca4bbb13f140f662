"""A pseudo-terminal whose screen can be read, for the tests beside this file."""
import os
import pathlib
import tempfile
import termios
import time

import pexpect
import pyte

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(ROOT / ".build/debug/waymark")
# Where the programs run; whoever runs them removes it.
FOLDER = tempfile.mkdtemp(prefix="waymark-walk-")
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "HOME": FOLDER, "TERM": "xterm-256color", "LANG": "en_US.UTF-8",
}


class Terminal:
    """A program on a terminal whose screen can be read."""

    def __init__(self, *arguments, size=(80, 24), env=None, program=PROGRAM):
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        words = ["walk", *arguments] if program == PROGRAM else list(arguments)
        self.child = pexpect.spawn(
            program, words, dimensions=(rows, columns), cwd=FOLDER, timeout=20,
            env={**ENVIRONMENT, **(env or {})}, echo=True)
        self.child.delaybeforesend = 0
        self.before = termios.tcgetattr(self.child.child_fd)

    def pump(self):
        """Reads what the program wrote."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            self.ended = True
            time.sleep(0.05)
            return
        self.raw += data
        # pyte does not know synchronized output.
        self.stream.feed(data.replace(b"\x1b[?2026h", b"").replace(b"\x1b[?2026l", b""))

    def until(self, test, what):
        deadline = time.time() + 20
        while time.time() < deadline:
            self.pump()
            if test():
                return
        raise AssertionError(f"{what}; the screen is:\n{self.text}")

    def shows(self, words):
        self.until(lambda: words in self.text, f"{words!r} is not shown")

    def press(self, keys, then):
        self.child.send(keys)
        self.shows(then)

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def settings(self):
        return termios.tcgetattr(self.child.child_fd)

    def end(self):
        """Waits for the program to end; returns its exit status or minus the signal."""
        deadline = time.time() + 20
        while self.child.isalive() and time.time() < deadline:
            self.pump()
        self.pump()
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus
