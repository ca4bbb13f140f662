"""Checks the links, ids and addresses of a site's pages, without a browser."""
import html.parser
import pathlib
import posixpath
import urllib.parse

LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src")}


class PageReader(html.parser.HTMLParser):
    """Collects ids, and addresses with the element and attribute that hold them."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.addresses, self.problems = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if "style" in values or any(name.startswith("on") for name in values):
            self.problems.append(f"inline style or script on <{tag}>")
        if tag == "style" or (tag == "script" and "src" not in values):
            self.problems.append(f"inline <{tag}>")
        for name in ("href", "src", "action"):
            if values.get(name) is not None:
                self.addresses.append((tag, name, values[name], values.get("rel") or ""))


def problems(site, pages):
    """Yields what is wrong with the given pages of a site, each with its page."""
    readers = {}

    def reader(path):
        if path not in readers:
            readers[path] = PageReader((site / path).read_text(encoding="utf-8"))
        return readers[path]

    for page in pages:
        found = reader(page)
        for problem in found.problems:
            yield page, problem
        if len(found.ids) != len(set(found.ids)):
            twice = sorted({name for name in found.ids if found.ids.count(name) > 1})
            yield page, f"ids that occur twice: {twice}"
        for tag, attribute, address, rel in found.addresses:
            problem = broken(site, page, tag, attribute, address, rel, reader)
            if problem:
                yield page, f"{problem}: {address}"


def broken(site, page, tag, attribute, address, rel, reader):
    parts = urllib.parse.urlsplit(address)
    if parts.scheme:
        if (tag, attribute) in LOADING and "canonical" not in rel and "alternate" not in rel:
            return "loads from elsewhere"
        if parts.scheme in ("http", "https") and tag == "a" and "noopener" not in rel:
            return "no rel=noopener"
        return None
    if address.startswith("/"):
        return "absolute address"
    path = urllib.parse.unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    file = site / target
    if target.startswith("..") or not file.is_file():
        if not (file.is_dir() and path.endswith("/")):
            return "broken link"
        return None
    fragment = urllib.parse.unquote(parts.fragment)
    if fragment and target.endswith(".html") and fragment not in reader(target).ids:
        return "broken fragment"
    return None


def pages_of(site):
    return sorted(str(path.relative_to(site)) for path in pathlib.Path(site).rglob("*.html"))
