"""A site of hundreds of real articles: a sample of its pages is valid, linked, accessible, and searched."""
import random
import sys

from accessibility_test import violations
from markup_test import markup_errors
from site_links import pages_of, problems
from site_under_test import CORPUS, Checks, browser, built_site, every_fourth_article

SAMPLE = 200
SEED = 412_097


def main():
    folder = CORPUS / "m365-nl"
    if not folder.is_dir():
        print("skipped: no ../shared/corpus/m365-nl")
        return 0
    check = Checks()
    with built_site(folder, every_fourth_article) as site, browser() as chromium:
        pages = pages_of(site)
        check(len(pages) > 800, "there are pages")
        sample = sorted(random.Random(SEED).sample(pages, SAMPLE))
        found = list(problems(site, sample))
        for page, problem in found[:20]:
            print(f"  {page}: {problem}")
        check.equal(len(found), 0, "problems with links, ids and addresses")
        errors = markup_errors([site / page for page in sample])
        for error in errors[:20]:
            print(f"  {error.get('url')}:{error.get('lastLine')}: {error['message']}")
        check.equal(len(errors), 0, "errors of the Nu HTML checker")
        page = chromium.new_page()
        for name in sample:
            page.goto(f"file://{site}/{name}")
            for violation in violations(page):
                check(False, f"{name}: {violation}")
        page.goto(f"file://{site}/nl-nl/index.html")
        page.fill("#search", "wachtwoord opnieuw instellen")
        page.wait_for_selector("#results a")
        page.click("#results a")
        page.wait_for_url(lambda url: not url.endswith("index.html"))
    return check.exit()


if __name__ == "__main__":
    sys.exit(main())
