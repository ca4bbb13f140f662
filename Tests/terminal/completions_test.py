"""Completes commands, articles, languages and codes in bash, zsh and fish, on a terminal."""
import os
import pathlib
import shutil
import subprocess
import sys

from terminal import FOLDER, PROGRAM, ROOT, Terminal

# What is typed before Tab, and what the screen shows then.
LINES = [
    ("waymark perm", ["waymark permalinks"]),
    ("waymark walk codes", ["waymark walk codes-not-arriving"]),
    ("waymark walk content lost", ["waymark walk content lost-phone"]),
    ("waymark find --locale ja", ["waymark find --locale ja-jp"]),
    ("waymark check --format sa", ["waymark check --format sarif"]),
    ("waymark tree content lost", ["waymark tree content lost-phone"]),
    ("waymark explain missing-inc", ["waymark explain missing-include"]),
    ("waymark explain lost-ph", ["waymark explain lost-phone"]),
    ("waymark xliff export --locale nl", ["waymark xliff export --locale nl-nl"]),
    ("waymark xliff export content new-p", ["waymark xliff export content new-phone"]),
    ("waymark build --locale ar", ["waymark build --locale ar-sa"]),
    ("waymark walk new", ["new-laptop-sign-on", "new-phone"]),
    ("waymark walk conte", ["waymark walk content/"]),
    ("waymark permalinks retire lost-phone/do-this", ["waymark permalinks retire lost-phone/do-this-first"]),
]


def bash():
    script = completions("bash", "waymark.bash")
    begin = f"PS1='$ '; bind 'set show-all-if-ambiguous on'; source {script}; clear\r"
    return Terminal("--norc", "--noprofile", "-i", program="bash", size=(100, 24),
                    env=environment()), begin


def zsh():
    completions("zsh", "_waymark")
    begin = (f"PS1='$ '; fpath=({FOLDER} $fpath); autoload -Uz compinit; "
             f"compinit -u -d {FOLDER}/.zcompdump; unsetopt list_ambiguous; clear\r")
    return Terminal("-f", "-i", program="zsh", size=(100, 24), env=environment()), begin


def fish():
    script = completions("fish", "waymark.fish")
    begin = (f"function fish_prompt; echo -n '$ '; end; set fish_greeting; "
             f"set -g fish_autosuggestion_enabled 0; source {script}; clear\r")
    return Terminal("--no-config", "-i", program="fish", size=(100, 24), env=environment()), begin


def completions(shell, name):
    text = subprocess.run([PROGRAM, "completions", shell], capture_output=True, check=True).stdout
    path = pathlib.Path(FOLDER) / name
    path.write_bytes(text)
    return path


def environment():
    return {"PATH": f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"}


def failures(start):
    shell, begin = start()
    shell.child.send(begin)
    shell.until(lambda: shell.text.strip() == "$", f"{start.__name__} does not start")
    for line, wanted in LINES:
        shell.child.send(line + "\t")
        try:
            shell.until(lambda: all(words in shell.text for words in wanted), f"{line}⇥")
        except AssertionError as error:
            yield f"{start.__name__}: {error}"
        # The line is taken back, and the screen drawn anew.
        shell.child.send("\x15\x0c")
        shell.until(lambda: shell.text.strip() == "$", "the prompt does not come back")
    shell.child.sendeof()
    shell.end()


def main():
    shutil.copytree(ROOT / "content", pathlib.Path(FOLDER) / "content")
    found = []
    try:
        for start in [bash, zsh, fish]:
            if len(sys.argv) < 2 or sys.argv[1] == start.__name__:
                found += failures(start)
    finally:
        shutil.rmtree(FOLDER)
    print("\n".join(found) or f"bash, zsh and fish complete {len(LINES)} lines")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
