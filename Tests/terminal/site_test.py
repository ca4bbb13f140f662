"""Every choice of every tree, walked by the program, leads to the node and text of the site's page."""
import html.parser
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/waymark"


class Page(html.parser.HTMLParser):
    """The ids of a page, and its words without mark-up."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.words = set(), []
        self.feed(text)
        self.text = squeezed(" ".join(self.words))

    def handle_starttag(self, tag, attributes):
        self.ids.update(value for name, value in attributes if name == "id")
        self.words += [value or "" for name, value in attributes if name == "alt"]

    def handle_data(self, data):
        self.words.append(data)


def squeezed(text):
    """The letters alone: how white space stands is for each output to decide."""
    return "".join(text.split())


def run(*arguments, text=""):
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], input=text, capture_output=True, text=True, check=False)


def edges(content, locale):
    """From each node, each choice and what is typed for it: its number, or the key of further reading."""
    tree = json.loads(run("tree", content, "--format", "json", "--locale", locale).stdout)
    nodes = [node for node in tree["nodes"] if node["choices"]]
    offers = prompts(content, locale, [f"g {node['id']}" for node in nodes])
    assert len(offers) == len(nodes), (locale, len(offers), len(nodes))
    for node, offer in zip(nodes, offers):
        keys = {jump["to"]: jump["key"] for jump in offer.get("jumps", []) if "to" in jump}
        keys |= {choice["to"]: choice["number"] for choice in offer["choices"]}
        for choice in node["choices"]:
            yield node["id"], keys.get(choice["to"], "?"), choice


def prompts(content, locale, lines):
    walk = run("walk", content, "--json", "--locale", locale, text="\n".join(lines) + "\n")
    found = [json.loads(line) for line in walk.stdout.splitlines()]
    assert found[-1]["type"] == "end", walk.stderr
    return found[1:-1]


def texts(prompt, is_article):
    """What the prompt says; of a section of an article's page, what the article says.

    Whether a section helped is asked in a walk and on a step's page, not amid an article.
    """
    is_end = prompt["kind"] in ("resolved", "escalation")
    if not (is_article and is_end):
        yield prompt["title"]["text"]
    if not (is_article and prompt["kind"] == "resolved"):
        yield from prompt["body"]["text"].split("\n")
    yield from prompt.get("explanation", {}).get("text", "").split("\n")
    for choice in prompt["choices"]:
        if not (is_article and choice["role"] in ("solved", "unsolved")):
            yield choice["label"]["text"]


def problems(site, pages, prompt, choice):
    if prompt["type"] != "prompt" or prompt["id"] != choice["to"]:
        yield f"leads to {prompt.get('id', prompt.get('text'))} instead of {choice['to']}"
        return
    path, _, anchor = prompt["page"].partition("#")
    if path not in pages:
        file = site / path
        pages[path] = Page(file.read_text()) if file.is_file() else None
    page = pages[path]
    if page is None:
        yield f"there is no page {path}"
        return
    if anchor and anchor not in page.ids:
        yield f"{path} has no #{anchor}"
    for text in texts(prompt, is_article=path == f"{prompt['locale']}/{prompt['article']}.html"):
        if squeezed(text) not in page.text:
            yield f"{path} lacks {text[:80]!r}"


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="waymark-site-"))
    failures = count = 0
    try:
        content, site = folder / "content", folder / "site"
        shutil.copytree(ROOT / "content", content)
        built = run("build", content, "--output", site)
        assert (site / "index.html").is_file(), built.stderr
        for locale in sorted(path.name for path in content.iterdir() if path.is_dir()):
            walked = list(edges(content, locale))
            lines = [line for node, number, _ in walked for line in (f"g {node}", str(number))]
            answers = prompts(content, locale, lines)
            assert len(answers) == len(lines), (locale, len(answers), len(lines))
            pages = {}
            for (node, number, choice), prompt in zip(walked, answers[1::2]):
                count += 1
                for problem in problems(site, pages, prompt, choice):
                    failures += 1
                    if failures <= 20:
                        print(f"{locale} {node} {number}: {problem}")
    finally:
        shutil.rmtree(folder)
    print(f"{count} choices walked, {failures} differ from the site")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
