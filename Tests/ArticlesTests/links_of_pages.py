"""Compares the links of articles with those of their built pages.

A link is whole in the source when its file is an article of the folder and its fragment, if it has
one, is a place of that article: a heading by its text, or an `<a name>` or `id`. Each whole link must
stand on the page and lead to that article, to a place that the target's page has. What an article
links to is computed here in another way than in Waymark: markdown-it reads it.
usage: links_of_pages.py CONTENT SITE
"""

import html
import multiprocessing
import os
import re
import sys
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import text_of_pages as articles


class Links(HTMLParser):
    """The addresses that links have, and the places that links may lead to."""

    def __init__(self, only_article=False):
        super().__init__()
        self.only_article = only_article
        self.depth = 0
        self.links = []
        self.places = set()
        self.headings = []
        self.heading = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        void = tag in articles.PageText.VOID
        if self.depth and not void:
            self.depth += 1
        elif tag == "div" and attributes.get("class") == "text" and not self.depth:
            self.depth = 1
        for name in ("id", "name"):
            if attributes.get(name):
                self.places.add(attributes[name])
        if tag == "a" and "href" in attributes and attributes.get("class") != "mark":
            if self.depth or not self.only_article:
                self.links.append(attributes["href"] or "")
        if re.match(r"h[1-6]$", tag):
            self.heading = []
        elif tag == "img" and self.heading is not None:
            self.heading.append(attributes.get("alt") or "")

    def handle_endtag(self, tag):
        if self.depth and tag not in articles.PageText.VOID:
            self.depth -= 1
        if re.match(r"h[1-6]$", tag) and self.heading is not None:
            self.headings.append("".join(self.heading))
            self.heading = None

    def handle_data(self, data):
        if self.heading is not None:
            self.heading.append(data)


def slug(text):
    """DocFX's id of a heading, without the number that tells equal headings apart."""
    kept = "".join("-" if c == " " else c.lower() for c in text.strip() if c == " " or c in "-_" or c.isalnum())
    return kept or "section"


def rendered(path, root, pick):
    body = articles.split_front_matter(articles.read(path))[1]
    whole = articles.expand(body, path, root, [path])
    pipe = re.compile(r"(?<!\\)\|")
    text = articles.UNIT.sub(lambda m: pipe.sub(r"\|", m.group(pick) or m.group("source")), whole)
    found = Links()
    found.feed(articles.MARKDOWN.render(articles.directives(text)))
    found.close()
    return found


@lru_cache(maxsize=None)
def places(path, root):
    """The places of an article, in lower case."""
    found = rendered(path, root, "source")
    return {name.lower() for name in found.places} | {slug(text).lower() for text in found.headings}


def whole_links(path, root, known):
    """The article and the place, if any, that each whole link of an article leads to."""
    for link in rendered(path, root, "source").links:
        link = html.unescape(link)
        parts = urlsplit(link) if "://" not in link else None
        if parts is None or parts.scheme or link.startswith(("/", "\\", "#tab/")):
            continue
        target = path
        if parts.path:
            name = unquote(parts.path)
            base = root if name.startswith("~/") else os.path.dirname(path)
            target = os.path.normpath(os.path.join(base, name.removeprefix("~/")))
            target = known.get(target.lower())
        fragment = unquote(parts.fragment)
        if target is None or (fragment and fragment.lower() not in places(target, root)):
            continue
        yield target, fragment


@lru_cache(maxsize=None)
def page(path):
    found = Links(only_article=True)
    found.feed(articles.read(path))
    return found


def compare(job):
    path, root, site, known = job
    built = articles.page(path, root, site)
    shown = Counter()
    for link in page(built).links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(built), unquote(parts.path))) if parts.path else built
        fragment = unquote(parts.fragment)
        if os.path.exists(target) and (not fragment or fragment in page(target).places):
            shown[target] += 1
    faults, count = [], 0
    wanted = Counter()
    for target, fragment in whole_links(path, root, known):
        count += 1
        led = articles.page(target, root, site)
        wanted[led] += 1
        if fragment and fragment.lower() not in {name.lower() for name in page(led).places}:
            faults.append(f"no place for #{fragment} in {os.path.relpath(target, root)}")
    for target, number in (wanted - shown).items():
        faults.append(f"{number} of {wanted[target]} links to {os.path.relpath(target, site)} are missing")
    return path, faults, count


def main():
    root, site = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
    files = [path for path in articles.articles(root) if os.path.exists(articles.page(path, root, site))]
    known = {path.lower(): path for path in files}
    with multiprocessing.Pool(2) as pool:
        results = pool.map(compare, [(path, root, site, known) for path in files], chunksize=32)
    exceptions = [(path, faults) for path, faults, _ in results if faults]
    for path, faults in exceptions:
        print(os.path.relpath(path, root))
        for fault in faults[:6]:
            print(f"  {fault}")
    print(
        f"{os.path.basename(root)}: {sum(r[2] for r in results)} links are whole in the source; "
        f"those of {len(exceptions)} articles are not on the site"
    )
    return 1 if exceptions else 0


if __name__ == "__main__":
    sys.exit(main())
