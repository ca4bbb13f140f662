"""Walks in a pseudo-terminal with the real program, as people and scripts do."""
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import termios
import time

from terminal import ENVIRONMENT, FOLDER, PROGRAM, ROOT, Terminal


def run(*arguments, text="", **options):
    return subprocess.run(
        [PROGRAM, "walk", *arguments], input=text, capture_output=True, text=True, cwd=FOLDER,
        env={**ENVIRONMENT, "TERM": "dumb"}, timeout=60, **options)


def keys_choose_go_back_and_leave():
    walk = Terminal()
    walk.shows("What do you need help with?")
    walk.press("1\r", "Common problems with codes")
    walk.press("2", "listed here")
    walk.press("j", "> 2")
    walk.press("\x1b[A", "> 1")
    walk.press("\x1b[F", "> 8")
    walk.press("\x1b[H", "> 1")
    walk.press("２", "Did that solve it?")
    walk.press("b", "> 1  ")
    walk.press("q", "To come back to this step: waymark walk 340772")
    assert walk.end() == 4
    assert walk.raw.count(b"\x1b[?1049h") == walk.raw.count(b"\x1b[?1049l") == 1


def enter_after_a_digit_answers_nothing_unseen():
    walk = Terminal("lost-phone")
    walk.shows("Do this first")
    walk.press("1\r", "Did that solve it?")
    walk.press("H", "Did that solve it?")
    walk.child.send("\r")
    walk.press("2", "Get help")
    walk.child.send("q")
    assert walk.end() == 3


def five_keys_lead_to_the_remedy_and_two_by_words():
    walk = Terminal()
    walk.shows("What do you need help with?")
    for key, then in [("1", "> 1"), ("\r", "Common problems"), ("2", "new phone"), ("2", "solve it")]:
        walk.press(key, then)
    walk.shows("I have a new phone and no code arrives")
    walk.child.send("q")
    assert walk.end() == 4
    walk = Terminal("new", "phone", "no", "code")
    walk.shows("> ")
    walk.press("1", "Did that solve it?")
    walk.shows("I have a new phone and no code arrives")
    walk.child.send("q")
    walk.end()


def a_filter_narrows_as_it_is_typed():
    walk = Terminal()
    walk.shows("I forgot my password")
    walk.press("/", "Filter:")
    walk.child.send("lap")
    walk.until(lambda: "I forgot" not in walk.text and "new laptop" in walk.text, "not filtered")
    walk.press("\r", "Set up your new laptop")
    walk.child.send("q")
    walk.end()


def two_languages_stand_beside_each_other_where_there_is_room():
    walk = Terminal("codes-not-arriving", "--locale", "ja-jp", size=(110, 24))
    walk.press("2", "どれに")
    walk.press("2", "これで解決しましたか")
    walk.press("p", "Did that solve it?")
    bars = {line.index("│") for line in walk.screen.display if "│" in line}
    assert len(bars) == 1, walk.text
    walk.screen.resize(24, 80)
    walk.child.setwinsize(24, 80)
    walk.shows("| Did that solve it?")
    walk.child.send("q")
    walk.end()


def words_are_found_from_inside():
    walk = Terminal()
    walk.shows("What do you need help with?")
    walk.press("f", "> f")
    walk.child.send("passwrd")
    walk.press("\r", "Found for: passwrd")
    walk.child.send("q")
    walk.end()


def a_key_may_be_typed_as_a_whole_word():
    walk = Terminal("codes-not-arriving")
    walk.shows("> 1")
    walk.press("2", "No text message comes")
    walk.press("1", "solve it?")
    walk.press("change 1", "> change 1")
    walk.press("\r", "Answers taken back")
    walk.press("g34077\r", "six digits. Check it, or ask for the code again.")
    walk.child.send("q")
    walk.end()


def the_screen_follows_the_window():
    walk = Terminal("codes-not-arriving/common-problems-with-codes")
    walk.shows("listed here")
    walk.screen.resize(40, 40)
    walk.child.setwinsize(40, 40)
    walk.until(lambda: "no code\n     arrives" in walk.text, "not wrapped to 40 columns")
    assert "8  " in walk.text, walk.text
    walk.child.send("q")
    walk.end()


def control_c_leaves_with_the_note_and_restores_the_terminal():
    walk = Terminal("lost-phone")
    walk.shows("Do this first")
    walk.press("1", "Did that solve it?")
    assert not walk.settings[3] & termios.ECHO
    walk.child.send("\x03")
    walk.shows("To come back to this step")
    walk.until(lambda: not walk.child.isalive(), "it goes on")
    assert walk.settings == walk.before
    assert walk.end() == 4


def signals_leave_in_the_same_way():
    for number in [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]:
        walk = Terminal("lost-phone")
        walk.shows("Do this first")
        walk.child.kill(number)
        walk.shows("To come back to this step")
        assert walk.settings == walk.before
        assert walk.end() == 4


def a_crash_restores_the_terminal():
    walk = Terminal("lost-phone", env={"SWIFT_BACKTRACE": "enable=no"})
    walk.shows("Do this first")
    walk.child.kill(signal.SIGSEGV)
    walk.until(lambda: not walk.child.isalive(), "it goes on")
    walk.pump()
    assert walk.settings == walk.before
    assert walk.raw.rstrip().endswith(b"\x1b[?1049l"), walk.raw[-80:]
    assert walk.end() == -signal.SIGSEGV


def control_z_stops_and_comes_back():
    shell = Terminal("--norc", "-i", program="bash", env={"PS1": "$ ", "TERM": "xterm-256color"})
    shell.shows("$")
    shell.press(f"clear; '{PROGRAM}' walk lost-phone\r", "Do this first")
    shell.press("\x1a", "Stopped")
    # The shell edits lines itself: what it runs sees the terminal as it was.
    shell.press("clear; stty -a | grep -c ' echo '\r", "1")
    shell.press("fg\r", "Do this first")
    shell.press("1", "Did that solve it?")
    shell.press("q", "To come back to this step")
    shell.child.send("exit\r")
    shell.end()


def slow_typing_is_the_same_as_fast():
    walk = Terminal("codes-not-arriving")
    walk.shows("> 1")
    for byte in b"\x1b[B":
        walk.child.send(bytes([byte]))
        time.sleep(0.03)
    walk.shows("> 2")
    for byte in "２".encode():
        walk.child.send(bytes([byte]))
        time.sleep(0.1)
    walk.shows("No text message comes")
    walk.child.send("q")
    walk.end()


def pasted_text_runs_nothing_by_itself():
    walk = Terminal("codes-not-arriving")
    walk.shows("> 1")
    walk.child.send("\x1b[200~q\rq\r\x1b[201~")
    walk.shows("> q q")
    walk.press("\x1b", "> 1")
    walk.child.send("q")
    walk.end()


def a_note_is_copied_and_saved():
    walk = Terminal("codes-not-arriving")
    walk.shows("> 1")
    walk.press("n", "Step code:")
    walk.press("c", "The note is copied.")
    assert b"\x1b]52;c;" in walk.raw
    walk.child.send(":note my-note.txt\r")
    walk.shows("The note is saved in my-note.txt.")
    assert "codes-not-arriving" in (pathlib.Path(FOLDER) / "my-note.txt").read_text()
    walk.child.send("q")
    walk.end()


def a_simple_terminal_gets_lines_and_no_sequences():
    for arguments, env in [((), {"TERM": "dumb"}), (("--plain",), {})]:
        walk = Terminal(*arguments, env=env)
        walk.shows("q quit:")
        walk.press("1\r", "Common problems with codes")
        walk.child.send("q\r")
        assert walk.end() == 4
        assert b"\x1b" not in walk.raw, walk.raw


def no_color_is_kept():
    walk = Terminal("lost-phone", env={"NO_COLOR": "1"})
    walk.shows("Do this first")
    walk.child.send("q")
    walk.end()
    assert b"\x1b[36m" not in walk.raw


def scripts_answer_by_option_and_by_line():
    by_option = run("codes-not-arriving", "--answers", "2,2,no,yes")
    by_line = run("codes-not-arriving", text="2\n2\nno\nyes")
    assert by_option.returncode == by_line.returncode == 0, by_option
    assert by_option.stdout == by_line.stdout
    assert run("codes-not-arriving", "--answers", "2,8").returncode == 3
    short = run("codes-not-arriving", text="2\n")
    assert short.returncode == 4 and "340772" in short.stdout, short
    assert run("codes-not-arriving", "--answers", "99").returncode == 4


def json_has_one_object_for_each_answer():
    done = run("codes-not-arriving", "--json", text="2\n99\n2\nyes\n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["type"] for line in lines] == [
        "prompt", "prompt", "message", "prompt", "prompt", "end"], lines
    assert lines[-1]["status"] == "resolved"
    assert lines[1]["choices"][7]["role"] == "fallback"
    assert len(lines[-1]["note"]["line"]) <= 200


def a_note_is_walked_again():
    done = run("codes-not-arriving", "--json", "--locale", "nl-nl", text="2\n2\nnee\n")
    end = json.loads(done.stdout.splitlines()[-1])
    again = run("--replay", "-", text=end["note"]["text"])
    assert end["code"] in again.stdout.replace("\u00a0", ""), again
    assert again.stdout.count("Stapcode") == 1
    lines = end["note"]["text"].splitlines()
    lines[2] += " meer"
    told = run("--replay", "-", text="\n".join(lines))
    assert " meer" in told.stdout.splitlines()[0], told
    assert "340772" in told.stdout.replace("\u00a0", ""), told


def a_closed_pipe_ends_the_walk():
    script = f"yes perhaps | '{PROGRAM}' walk codes-not-arriving | head -1"
    subprocess.run(["bash", "-c", script], cwd=FOLDER, env=ENVIRONMENT, timeout=60,
                   stdout=subprocess.DEVNULL, check=True)


def locales_are_chosen_and_told():
    other = subprocess.run(
        [PROGRAM, "walk"], input="", capture_output=True, text=True, cwd=FOLDER, timeout=60,
        env={**ENVIRONMENT, "LANG": "pt_PT.UTF-8"})
    assert "pt-PT" in other.stdout.splitlines()[0], other
    dutch = subprocess.run(
        [PROGRAM, "walk"], input="", capture_output=True, text=True, cwd=FOLDER, timeout=60,
        env={**ENVIRONMENT, "LANG": "nl_BE.UTF-8"})
    assert "Weer toegang" in dutch.stdout, dutch
    assert run("--locale", "fr-fr").returncode == 64
    assert "Wieder Zugang" in run("--locale", "de").stdout
    assert "Get back into" in run("--locale", "en").stdout
    for command in ["find", "translations"]:
        done = subprocess.run(
            [PROGRAM, command, *(["Handy"] if command == "find" else []), "--locale", "de"],
            capture_output=True, text=True, cwd=FOLDER, env=ENVIRONMENT, timeout=60)
        assert done.returncode == 0, done


def places_that_are_not_there_say_what_is():
    near = run("lots-phome")
    assert near.returncode == 2 and "hint:" in near.stderr, near
    assert run("./nowhere").returncode == 2
    for written in ["340 772", "#340772", "34O772", "340\u202f772"]:
        assert "Common problems" in run(written).stdout, written
    wrong = run("340773")
    assert wrong.returncode == 2 and "a digit of the step code" in wrong.stderr, wrong
    short = run("34077")
    assert short.returncode == 2 and "six digits" in short.stderr, short
    unknown = run("999904")
    assert unknown.returncode == 2 and "no step has the code 999 904" in unknown.stderr, unknown


TESTS = [
    keys_choose_go_back_and_leave, enter_after_a_digit_answers_nothing_unseen,
    five_keys_lead_to_the_remedy_and_two_by_words, a_filter_narrows_as_it_is_typed, two_languages_stand_beside_each_other_where_there_is_room,
    words_are_found_from_inside, a_key_may_be_typed_as_a_whole_word, the_screen_follows_the_window,
    control_c_leaves_with_the_note_and_restores_the_terminal, signals_leave_in_the_same_way,
    a_crash_restores_the_terminal, control_z_stops_and_comes_back, slow_typing_is_the_same_as_fast,
    pasted_text_runs_nothing_by_itself, a_note_is_copied_and_saved,
    a_simple_terminal_gets_lines_and_no_sequences, no_color_is_kept,
    scripts_answer_by_option_and_by_line, json_has_one_object_for_each_answer,
    a_note_is_walked_again, a_closed_pipe_ends_the_walk, locales_are_chosen_and_told,
    places_that_are_not_there_say_what_is,
]


def main():
    shutil.copytree(ROOT / "content", pathlib.Path(FOLDER) / "content")
    failures = 0
    try:
        for test in TESTS:
            if len(sys.argv) > 1 and sys.argv[1] not in test.__name__:
                continue
            try:
                test()
            except Exception as error:  # every test is run
                failures += 1
                print(f"{test.__name__.replace('_', ' ')}: {type(error).__name__}: {error}")
    finally:
        shutil.rmtree(FOLDER)
    print(f"{len(TESTS) - failures} of {len(TESTS)} walks went well")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
