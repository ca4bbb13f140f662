"""Checks that every relative link, picture and fragment of a built site leads to something.

usage: links_of_site.py SITE
"""

import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids = set()
        self.links = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value and (name == "id" or name == "name" and tag == "a"):
                self.ids.add(value)
            elif value and name in {"href", "src"}:
                self.links.append(value)


def main():
    site = os.path.realpath(sys.argv[1])
    pages = {}
    for folder, _, files in os.walk(site):
        for name in files:
            if name.endswith(".html"):
                path = os.path.join(folder, name)
                page = Page()
                with open(path, encoding="utf-8") as file:
                    page.feed(file.read())
                pages[path] = page
    broken = []
    count = 0
    for path, page in sorted(pages.items()):
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            count += 1
            target = path
            if parts.path:
                target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path)))
            fragment = unquote(parts.fragment)
            if not os.path.exists(target):
                broken.append((path, link, "no file"))
            elif fragment and target in pages and fragment not in pages[target].ids:
                broken.append((path, link, "no such id"))
    for path, link, fault in broken:
        print(f"{os.path.relpath(path, site)}: {link}: {fault}")
    print(f"{os.path.basename(site)}: {len(pages)} pages, {count} links; {len(broken)} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
