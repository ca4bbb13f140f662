"""axe-core finds nothing on any kind of page, light and dark, left to right and right to left."""
import sys

from axe_playwright_python.sync_playwright import Axe
from site_under_test import Checks, browser, built_site

QUESTION = "codes-not-arriving/common-problems-with-codes"
KINDS = {
    "home": "index.html",
    "find": "-/find.html",
    "code entry": "-/code.html",
    "writers": "-/writers.html",
    "article": "codes-not-arriving.html",
    "article with tabs": "authenticator-app.html",
    "article shown in its source language": "sign-in-faq.html",
    "question": f"{QUESTION}.html",
    "remedy": f"{QUESTION}/no-text-message-comes.html",
    "remedy that helped": f"{QUESTION}/no-text-message-comes.html#solved",
    "second remedy": f"{QUESTION}/no-text-message-comes/2.html",
    "steps with a question in them": "new-laptop-sign-on/my-apps-keep-asking-for-my-password.html",
    "end": f"{QUESTION}/no-text-message-comes/3/contact.html",
    "contact of an article": "codes-not-arriving.html#get-help",
    "unknown code": "-/code.html?unknown=009998",
    "results": "-/find.html?q=code",
    "nothing found": "-/find.html?q=zzzz",
    "all answers": "-/answers/codes-not-arriving.html",
}
ROOT_PAGES = {"root": "index.html", "not found": "404.html", "code entry": "c/index.html"}


def violations(page):
    result = Axe().run(page)
    for violation in result.response["violations"]:
        nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
        yield f"{violation['id']}: {violation['help']}: {nodes}"


def main():
    check = Checks()
    with built_site() as site, browser() as chromium:
        # Colors do not depend on the width, nor the layout on the colors.
        for scheme, width in (("light", 320), ("dark", 1280)):
            context = chromium.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900}, locale="xx")
            page = context.new_page()
            addresses = {
                f"{kind} in {locale}": f"{locale}/{path}"
                for locale in ("en-us", "ar-sa") for kind, path in KINDS.items()}
            codes = sorted(site.glob("c/[0-9]*.html"))[0]
            addresses["codes"] = codes.relative_to(site)
            for kind, path in {**addresses, **ROOT_PAGES}.items():
                page.goto(f"file://{site}/{path}")
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                for violation in violations(page):
                    check(False, f"{kind}, {scheme}, {width} px: {violation}")
                overflow = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                check.equal(overflow, 0, f"{kind}, {scheme}, {width} px: scrolls sideways")
            context.close()
    return check.exit()


if __name__ == "__main__":
    sys.exit(main())
