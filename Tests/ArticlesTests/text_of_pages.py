"""Compares articles with their built pages: the units of each, and its words in order.

What an article says is computed here a second time and in another way: includes are put in, units
are replaced by their target text with a regular expression, and markdown-it renders the rest.
usage: text_of_pages.py CONTENT SITE
"""

import difflib
import html
import multiprocessing
import os
import re
import sys
import unicodedata
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt

QUOTE = r'(?:"|&quot;)'
UNIT = re.compile(
    rf"<span data-ttu-id={QUOTE}(?P<id>[^\"&]*){QUOTE}>(?P<target>.*?)</span>"
    rf"<span class={QUOTE}sxs-lookup{QUOTE}><span data-stu-id={QUOTE}(?P=id){QUOTE}>"
    r"(?P<source>.*?)</span></span>",
    re.S,
)
INCLUDE = re.compile(r"\[!include[ +-]*\[[^\]]*\]\(<?([^)>\s]+)>?[^)]*\)\]", re.I)
# Elements whose tags mean something to HTML; any other tag in an article is text.
KNOWN = set(
    """a abbr acronym address article aside b bdi bdo big blockquote body br button caption center
    cite code col colgroup data dd del details dfn dir div dl dt em fieldset figcaption figure font
    footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li
    link main mark menu meta meter nav nobr no-loc object ol optgroup option output p param picture pre progress
    q rb rp rt ruby s samp script section select small source span strike strong style sub summary
    sup svg table tbody td template textarea tfoot th thead time title token tr track tt u ul var
    video wbr""".split()
)
DROPPED = set("script style template object noscript svg select textarea iframe title".split())
# What a page says around the words of the article.
CHROME = {"mark", "walk", "alert-title", "zone-label", "video"}


BLOCKS = {
    "p", "li", "ul", "ol", "td", "th", "tr", "table", "div", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "details", "summary", "label", "figure", "figcaption", "section", "dt", "dd",
}  # fmt: skip


def words(text):
    """Letters and digits alone: marks, punctuation and case differ between renderers."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())


class PageText(HTMLParser):
    """The words and the units of a page's title and of its article."""

    VOID = {"br", "img", "hr", "input", "meta", "link", "wbr"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.parts = []
        self.title = []
        self.units = []
        self.has_article = False
        self.has_title = False

    def place(self):
        ids = [name for name, _ in self.open]
        return "article" if "#article" in ids else "title" if "h1" in ids else None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in BLOCKS or attributes.get("class") == "picture":
            self.parts.append(" ")
        classes = set((attributes.get("class") or "").split())
        if tag in self.VOID:
            if self.place():
                if "data-unit" in attributes:
                    self.units.append(attributes["data-unit"])
                self.handle_data(" " + (attributes.get("alt") or "") + " ")
            return
        # The article's text is the first such part of its page.
        name = "h1#" if tag == "h1" and self.has_title else tag
        self.has_title = self.has_title or tag == "h1"
        if tag == "div" and classes == {"text"} and not self.has_article:
            name, self.has_article = "#article", True
        self.open.append((name, bool(classes & CHROME) or tag == "legend"))
        if self.place() and "data-unit" in attributes and "data-part" not in attributes:
            self.units.append(attributes["data-unit"])

    def handle_endtag(self, tag):
        if tag not in self.VOID and self.open:
            self.open.pop()
        if tag in BLOCKS:
            self.parts.append(" ")
            self.title.append(" ")

    def handle_data(self, data):
        if any(chrome for _, chrome in self.open):
            return
        place = self.place()
        if place == "article":
            self.parts.append(data)
        elif place == "title":
            self.title.append(data)


class ArticleText(HTMLParser):
    """The words of rendered Markdown; the first heading of level 1 apart."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.title = None
        self.in_title = False
        self.dropped = 0

    def say(self, text):
        if self.dropped:
            return
        (self.title if self.in_title else self.parts).append(text)

    def handle_starttag(self, tag, attributes):
        if tag not in KNOWN:
            self.say(self.get_starttag_text())
        elif tag == "h1" and self.title is None:
            self.title = []
            self.in_title = True
        elif tag == "img":
            self.say(" " + (dict(attributes).get("alt") or "") + " ")
        elif tag == "br" or tag in BLOCKS:
            self.say(" ")
        elif tag in DROPPED:
            self.dropped += 1

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag in DROPPED:
            self.dropped -= 1

    def handle_endtag(self, tag):
        if tag not in KNOWN:
            self.say(f"</{tag}>")
        elif tag in DROPPED:
            self.dropped = max(0, self.dropped - 1)
        elif tag == "h1":
            self.in_title = False
        if tag in BLOCKS:
            self.say(" ")

    def handle_data(self, data):
        self.say(data)


def read(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")


def split_front_matter(text):
    match = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", text, re.S)
    return (match.group(1) or "", text[match.end() :]) if match else ("", text)


def rebased(text, inner, outer):
    """The relative addresses of an included file, as the including file would write them."""
    step = os.path.relpath(os.path.dirname(inner), os.path.dirname(outer))
    if step == ".":
        return text
    address = re.compile(r"(\]\(|^[ ]{0,3}\[[^\]]+\]:[ ]*)(?![a-z][a-z0-9+.-]*:|[/#~<])([^)\s]+)", re.M | re.I)
    return address.sub(lambda m: m.group(1) + step + "/" + m.group(2), text)


def expand(text, path, root, chain):
    """Puts included files in; what cannot be found leaves nothing."""

    def replace(match):
        target = os.path.normpath(os.path.join(os.path.dirname(path), match.group(1)))
        if match.group(1).startswith("~/"):
            target = os.path.normpath(os.path.join(root, match.group(1)[2:]))
        inside = target.startswith(root + os.sep)
        if not inside or target in chain or not os.path.isfile(target):
            return ""
        body = rebased(split_front_matter(read(target))[1], target, path)
        return expand(body, target, root, chain + [target]).rstrip("\n")

    lines = []
    wrapped = re.compile(rf"^(\s*>?\s*)<span data-ttu-id={QUOTE}[^>]*>{INCLUDE.pattern}[?.!]?</span>.*$", re.I)
    for line in text.split("\n"):
        # Tools made a unit of an include: it stands for the file, once.
        line = wrapped.sub(lambda m: f"{m.group(1)}[!INCLUDE [x]({m.group(2)})]", line)
        match = INCLUDE.search(line)
        if match and not line[: match.start()].strip(" \t>") and not line[match.end() :].strip():
            prefix = line[: match.start()]
            lines += [prefix + inner for inner in replace(match).split("\n")]
        else:
            lines.append(INCLUDE.sub(lambda m: replace(m).replace("\n", " "), line))
    return "\n".join(lines)


def attribute(text, name):
    match = re.search(rf'{name}\s*=\s*"([^"]*)"', text)
    return match.group(1) if match else ""


def directives(text):
    """Replaces what is no Markdown by the words that a page shows for it."""
    text = re.sub(r"\\?\[!\s*(note|tip|important|warning|caution|opmerking)\s*\\?\]", "", text, flags=re.I)
    text = re.sub(r"<(https?://[^>\s]+)>", lambda m: f"<{html.unescape(m.group(1))}>", text)
    text = re.sub(r"\[!(div|video)\b[^\]]*\]", "", text, flags=re.I)
    text = re.sub(r"\[!code[^\[\]]*\[([^\]]*)\]\([^)]*\)\]", r"\1", text, flags=re.I)
    text = re.sub(
        r":::image\b(.*?):::",
        lambda m: "" if 'type="icon"' in m.group(1) else attribute(m.group(1), "alt-text"),
        text,
    )
    lines = []
    enclosed = 0
    for line in text.split("\n"):
        bare = line.strip().lower()
        if re.match(r":::\s*(row|column|zone|moniker|image-end|video|form)", bare):
            if re.match(r":::\s*(row|column)(-end)?", bare):
                enclosed += -1 if "-end" in bare else 1
            lines.append("")
            continue
        line = re.sub(r"^(#{1,6})(?=<a (?:name|id)=)", r"\1 ", line)
        lines.append(line.lstrip() if enclosed > 0 else line)
    return "\n".join(lines)


def plain(text):
    """Without comments and tags that HTML knows."""
    text = re.sub(r"<!--.*?(-->|$)", "", text, flags=re.S)
    tag = r"</?([a-zA-Z][a-zA-Z0-9-]*)[^>]*>"
    return re.sub(tag, lambda m: "" if m.group(1).lower() in KNOWN else m.group(0), text)


def worded(match):
    """A unit's translation, its links without words with those of the source."""
    text = match.group("target") or match.group("source")
    link = r"\[([^\[\]]*)\]\(([^()\s]+)\)"
    words = {address: words for words, address in re.findall(link, match.group("source")) if words.strip()}
    tag = r'(<a href="([^"]*)"[^>]*>)(%s)</a>'
    tags = {address: words for _, address, words in re.findall(tag % "[^<]+", match.group("source"))}
    text = re.sub(tag % r"\s*", lambda m: f"{m.group(1)}{tags.get(m.group(2), '')}</a>", text)
    empty = re.compile(r"(?<!!)\[\s*\]\(([^()\s]+)\)")
    return empty.sub(lambda m: f"[{words.get(m.group(1), '')}]({m.group(1)})", text)


def target_text(text):
    """A pipe in a unit or in code is text, also in a table's cell: so DocFX reads it, unlike GFM."""
    pipe = re.compile(r"(?<!\\)\|")
    text = UNIT.sub(lambda m: pipe.sub(r"\|", worded(m)), text)
    return re.sub(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)", lambda m: pipe.sub(r"\|", m.group()), text)


MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def expected(path, root):
    front, body = split_front_matter(read(path))
    whole = expand(body, path, root, [path])
    # A unit without a word, such as an empty paragraph, leaves nothing to show.
    units = [m.group("id") for m in UNIT.finditer(whole) if words(plain(m.group("target")))]
    silent = [m.group("id") for m in UNIT.finditer(whole) if not words(plain(m.group("target")))]
    parser = ArticleText()
    parser.feed(MARKDOWN.render(directives(target_text(whole))))
    parser.close()
    title = None if parser.title is None else words("".join(parser.title))
    return units, silent, title, words("".join(parser.parts))


def locale(path, root):
    first = os.path.relpath(path, root).split(os.sep)[0]
    front = split_front_matter(read(path))[0]
    match = re.search(r"^ms\.contentlocale:\s*(\S+)", front, re.M)
    return (match.group(1) if match else "en-us").lower(), first


def page(path, root, site):
    name = os.path.relpath(path, root)[:-3].lower()
    if os.path.exists(os.path.join(root, "waymark.yml")):
        return os.path.join(site, name + ".html")
    return os.path.join(site, locale(path, root)[0], name + ".html")


def articles(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f.lower() != "includes" and f[0] != ".")
        for name in sorted(files):
            if not name.lower().endswith(".md") or name.lower() == "toc.md":
                continue
            path = os.path.join(folder, name)
            if os.path.exists(os.path.join(root, "waymark.yml")) and folder == root:
                continue
            if not re.search(r"^redirect_url:", split_front_matter(read(path))[0], re.M):
                yield path


def compare(job):
    path, root, site = job
    built = page(path, root, site)
    if not os.path.exists(built):
        return path, ["no page"], 0, 0
    units, silent, title, body = expected(path, root)
    shown = PageText()
    shown.feed(read(built))
    faults = []
    lost = Counter(units) - Counter(shown.units)
    added = Counter(shown.units) - Counter(units + silent)
    if lost:
        faults.append(f"units lost: {' '.join(sorted(lost)[:8])} ({sum(lost.values())})")
    if added:
        faults.append(f"units twice: {' '.join(sorted(added)[:8])} ({sum(added.values())})")
    want = body if title is None else title + body
    have = words("".join(shown.parts))
    if title is not None:
        have = words("".join(shown.title)) + have
    if want != have:
        matcher = difflib.SequenceMatcher(None, want, have, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind != "equal":
                faults.append(
                    f"words: …{' '.join(want[max(0, a - 3):a])} "
                    f"[{' '.join(want[a:b][:20])}] → [{' '.join(have[c:d][:20])}]"
                )
    return path, faults, len(units), len(want)


def main():
    root, site = os.path.realpath(sys.argv[1]), sys.argv[2]
    jobs = [(path, root, site) for path in articles(root)]
    with multiprocessing.Pool(2) as pool:
        results = pool.map(compare, jobs, chunksize=8)
    exceptions = [(path, faults) for path, faults, _, _ in results if faults]
    for path, faults in exceptions:
        print(os.path.relpath(path, root))
        for fault in faults[:6]:
            print(f"  {fault}")
    print(
        f"{os.path.basename(root)}: {len(results)} articles, {sum(r[2] for r in results)} units, "
        f"{sum(r[3] for r in results)} words; {len(exceptions)} articles differ"
    )
    return 1 if exceptions else 0


if __name__ == "__main__":
    sys.exit(main())
