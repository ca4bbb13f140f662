"""Writes a specification's examples as articles, and compares their pages with its HTML.

What a page changes on purpose is not compared: raw HTML is cleaned, a link that leads nowhere is its
words, a picture that is missing is its text, and headings and code have ids and classes.
usage: examples_of_specification.py write SPEC FOLDER | compare SPEC SITE
"""

import os
import re
import sys
from html.parser import HTMLParser

# Sections whose examples differ because raw HTML is read and cleaned, not passed through.
CLEANED = {"HTML blocks", "Raw HTML", "Disallowed Raw HTML (extension)"}
# Examples that differ on purpose, by their numbers in CommonMark 0.30 and GFM 0.29.
EXPLAINED = {
    "cmark.txt": {
        "an empty heading or quote is left out": {79, 218, 239, 240},
        "a tag that HTML does not know is text": {201, 490, 523, 535},
        "a list that continues another's numbers continues it": {302},
        "links that lead nowhere are words, without space between them": {569},
    },
    "cmark-gfm.txt": {
        "an empty heading or quote is left out": {49, 187, 217, 218},
        "a tag that HTML does not know is text": {170, 500, 532, 544},
        "a list that continues another's numbers continues it": {282},
        "links that lead nowhere are words, without space between them": {578},
        "further cells widen a table, so that no text is lost": {204},
        "DocFX has no task lists": {279, 280},
    },
}
# What both sides must have, beside the words.
TAGS = {"em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br", "del", "table", "tr"}


def examples(path):
    section, found = "", []
    lines = open(path, encoding="utf-8").read().split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        if re.match(r"`{32} example", line):
            end = index + 1
            while not re.match(r"`{32}$", lines[end]):
                end += 1
            body = lines[index + 1 : end]
            cut = body.index(".")
            markdown = "\n".join(body[:cut]).replace("→", "\t")
            found.append((section, markdown, "\n".join(body[cut + 1 :]).replace("→", "\t")))
            index = end
        elif re.match(r"#{1,6} ", line):
            section = line.lstrip("# ")
        index += 1
    return found


class Events(HTMLParser):
    """The words of HTML, and the tags between them that both sides must have."""

    def __init__(self, only_article):
        super().__init__()
        self.inside = not only_article
        self.depth = 0
        self.skip = 0
        self.found = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        void = tag in {"br", "hr", "img", "input"}
        if not self.inside:
            if tag == "div" and attributes.get("class") == "text":
                self.inside, self.depth = True, 1
            return
        if self.depth and not void:
            self.depth += 1
        if self.skip or attributes.get("class") == "mark":
            self.skip += 0 if void else 1
            return
        if tag == "img":
            self.handle_data(attributes.get("alt") or "")
        elif re.match(r"h[1-6]$", tag):
            self.found.append("<h>")
        elif tag in TAGS:
            self.found.append(f"<{tag}>")

    def handle_endtag(self, tag):
        if not self.inside or tag in {"br", "hr", "img", "input"}:
            return
        if self.skip:
            self.skip -= 1
        elif tag in TAGS:
            self.found.append(f"</{tag}>")
        if self.depth:
            self.depth -= 1
            if not self.depth:
                self.inside = False

    def handle_data(self, data):
        if self.inside and not self.skip:
            self.found += re.findall(r"[^\W_]+|[*_`~\[\]()!#|\\]", data)


def events(html, only_article=False):
    parser = Events(only_article)
    parser.feed(html)
    parser.close()
    return parser.found


def main():
    mode, spec, folder = sys.argv[1:]
    cases = examples(spec)
    if mode == "write":
        os.makedirs(folder)
        for number, (_, markdown, _) in enumerate(cases, 1):
            with open(f"{folder}/e{number}.md", "w", encoding="utf-8") as file:
                file.write(f"# Example\n\n{markdown}\n")
        return 0
    differing, cleaned, same = {}, 0, 0
    explained = EXPLAINED[os.path.basename(spec)]
    for number, (section, markdown, html) in enumerate(cases, 1):
        path = f"{folder}/en-us/e{number}.html"
        page = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
        if events(html) == events(page, only_article=True):
            same += 1
        elif section in CLEANED:
            cleaned += 1
        else:
            differing.setdefault(section, []).append(number)
            if os.environ.get("SHOW"):
                print(number, repr(markdown), events(html), events(page, only_article=True), sep="\n  ")
    known = set().union(*explained.values())
    found = {number for numbers in differing.values() for number in numbers}
    for reason, numbers in explained.items():
        print(f"  {reason}: {' '.join(map(str, sorted(numbers & found)))}")
    for section, numbers in differing.items():
        for number in set(numbers) - known:
            print(f"  NOT EXPLAINED: {section}, example {number}")
    print(
        f"{os.path.basename(spec)}: {same} of {len(cases)} examples agree, {cleaned} hold HTML that is "
        f"cleaned, {len(found)} differ, {len(found - known)} of them without a reason"
    )
    return 1 if found - known else 0


if __name__ == "__main__":
    sys.exit(main())
