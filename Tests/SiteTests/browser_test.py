"""Walks, searches and copies on content/'s site in Chromium, as people would."""
import json
import os
import subprocess
import sys

from site_under_test import LOCALES, ROOT, WAYMARK, Checks, browser, built_site, served

QUESTIONS = {
    "en-us": ["new phone no code", "lockd account", "password", "lost or stolen", "zzzz",
              "wrong password", "yubikey"],
    "nl-nl": ["telefoon kwijt", "code komt niet", "wachtwoord", "accountblokkering",
              "wachtwoordherstel"],
    "de-de": ["neues handy kein code", "passwort vergessen", "Kontosperre", "Bestätigungscode",
              "Handynummer geändert", "Sicherheitsinformationsseite"],
    "ja-jp": ["コードが届かない", "新しいスマートフォン", "紛失"],
    "ar-sa": ["هاتف جديد", "كلمة المرور", "الهاتف مسروق", "قفل الحساب"],
}
# Its check digit is right, and no step has it.
UNKNOWN = "999 904"
FIRST = "codes-not-arriving/common-problems-with-codes/no-text-message-comes"


def walk_to_the_end(check, page, start, how):
    """From home through an article's question to its end, by the first answers and every "no"."""
    page.goto(f"{start}/en-us/index.html")
    page.click("main a[href$='codes-not-arriving.html']")
    page.click("main .choices a[href*='common-problems']")
    page.click("main .choices li.answer a")
    asked = 0
    while page.query_selector(".outcomes .unsolved a"):
        asked += 1
        page.click(".outcomes .solved a")
        check(page.is_visible("#solved h1"), f"{how}: solved shows")
        check(not page.is_visible(".step h1"), f"{how}: solved comes first")
        page.click("#solved a.back")
        check(page.is_visible(".step h1"), f"{how}: back from solved")
        page.click(".outcomes .unsolved a")
    check(asked >= 2, f"{how}: several remedies")
    check(page.is_visible(".escalation h1"), f"{how}: ends with a person to contact")
    check("4357" in page.inner_text(".prompt"), f"{how}: the end says whom to call")
    check.equal(page.locator(".trail li").count(), asked + 2, f"{how}: the whole trail")
    check.equal(page.locator("h1:visible").count(), 1, f"{how}: one heading")
    end = page.url
    page.click(".trail .restart a")
    check(page.url.endswith("codes-not-arriving.html"), f"{how}: starts again at the article")
    page.wait_for_load_state()
    page.goto(end)
    page.click(".trail li:nth-child(2) a")
    check("common-problems-with-codes.html" in page.url, f"{how}: change leads to the question")
    page.click(".back a")
    check(page.url.endswith("codes-not-arriving.html"), f"{how}: back leads to the article")


def walks(check, chromium, site, address):
    for start in (f"file://{site}", address):
        for has_script in (True, False):
            context = chromium.new_context(java_script_enabled=has_script)
            page = context.new_page()
            problems = watch(page, start)
            how = f"{start.split(':')[0]}, {'with' if has_script else 'without'} script"
            walk_to_the_end(check, page, start, how)
            check.equal(problems, [], f"{how}: console and requests")
            context.close()


def watch(page, start):
    """Collects what a page complains about, and requests that leave the site."""
    problems = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    # A browser gives up what it was loading when it leaves a page.
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}")
            if request.failure != "net::ERR_ABORTED" else None)
    page.on("request", lambda request: problems.append(request.url)
            if not request.url.startswith(start) else None)
    return problems


def until(page, expression):
    """Waits until a page's expression holds; its own waiting needs eval, which the policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise TimeoutError(expression)


def searches(check, chromium, site, content):
    page = chromium.new_page()
    for locale in LOCALES:
        page.goto(f"file://{site}/{locale}/index.html")
        for question in QUESTIONS[locale]:
            result = subprocess.run(
                [WAYMARK, "find", content, *question.split(" "), "--locale", locale, "--json"],
                capture_output=True, text=True)
            expected = [json.loads(line)["title"] for line in result.stdout.splitlines()]
            page.fill("#search", "")
            page.fill("#search", question)
            page.wait_for_selector('#search-status:not(:empty)')
            page.wait_for_timeout(150)
            titles = page.eval_on_selector_all(
                "#results a", "links => links.map(link => link.firstChild.textContent)")
            check.equal(titles, expected, f"search for {question!r} in {locale}")
    page.goto(f"file://{site}/en-us/index.html")
    page.fill("#search", "code")
    page.wait_for_selector("#more-results:visible")
    check.equal(page.locator("#results a").count(), 10, "a first page of results")
    status = page.inner_text("#search-status")
    check("10 of " in status, f"the count of all results: {status}")
    page.click("#more-results")
    until(page, "document.querySelectorAll('#results a').length > 10")
    check.equal(page.evaluate("document.activeElement.parentElement === "
                              "document.querySelector('#results li:nth-child(11)')"), True,
                "more results move the focus to the first of them")
    page.fill("#search", "zzzz")
    page.wait_for_selector("#no-results:visible")
    check("4357" in page.inner_text("#no-results"), "when nothing is found, whom to contact")
    check(page.is_visible("#browse"), "topics stay when nothing is found")
    page.fill("#search", "sms")
    page.wait_for_selector("#results a")
    check(not page.is_visible("#browse"), "what is found takes the place of the topics")
    check(not page.is_visible("#no-results"), "other words for the same find something")
    check.equal([title for title in page.locator("#results a").all_inner_texts()
                 if title.split("\n")[0].endswith((":", ".", "。", "："))], [],
                "titles in results end without a mark")
    page.goto(f"file://{site}/nl-nl/-/find.html?q=new%20phone")
    page.check("#all-languages")
    page.wait_for_selector("#results a[lang=en-us]")
    page.focus("#search")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "find.html" not in url)
    page.close()


SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def stillness(check, chromium, site):
    """A query that comes with the address moves nothing that was already to be seen."""
    for locale in LOCALES:
        for width in (320, 1280):
            page = chromium.new_page(viewport={"width": width, "height": 640})
            page.add_init_script(SHIFTS)
            for query, shown in (("zzzz", "#no-results"), (QUESTIONS[locale][0], "#results a")):
                page.goto(f"file://{site}/{locale}/index.html?q={query}")
                page.wait_for_selector(shown)
                page.wait_for_timeout(150)
                shifted = page.evaluate("window.shifted")
                check(shifted < 0.01, f"{locale}, {width} px, {query!r}: moved by {shifted:.3f}")
            page.close()


def codes(check, chromium, site, address):
    page = chromium.new_page()
    page.goto(f"file://{site}/nl-nl/{FIRST}.html")
    code = page.inner_text("#step-code")
    page.goto(f"file://{site}/nl-nl/-/code.html")
    page.fill("#code", "１２３")
    page.press("#code", "Enter")
    check(page.inner_text("#code-status") != "", "a wrong code is told")
    for start in ("nl-nl/-/code.html", f"c/{code[:2]}.html?locale=nl-NL"):
        for unknown in (code[:2] + "9998", "009998"):
            page.goto(f"file://{site}/{start}")
            page.fill("#code", unknown)
            page.press("#code", "Enter")
            page.wait_for_selector("#code-status:not(:empty)")
            check.equal(page.get_attribute("html", "lang"), "nl-NL", f"{unknown}: the language stays")
            check.equal(page.input_value("#code"), unknown, f"{unknown}: the code stays in the field")
            check(not page.is_visible(".codes-list"), f"{unknown}: no other codes are listed")
    page.goto(f"file://{site}/c/{code[:2]}.html#{code[:2]}9998")
    page.wait_for_selector("#code-status:not(:empty)")
    check(not page.is_visible(".codes-list"), "an unknown code in a link lists no other codes")
    page.goto(f"file://{site}/nl-nl/-/code.html")
    full_width = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in code)
    page.fill("#code", full_width)
    page.press("#code", "Enter")
    page.wait_for_url(f"**/nl-nl/{FIRST}.html")
    for start in (f"file://{site}", address):
        for typed in (code, f"#{code.replace(' ', '')}", code.replace("0", "O")):
            page.goto(f"{start}/de-de/index.html")
            page.fill("#search", typed)
            page.click("#results a")
            page.wait_for_url(f"**/de-de/{FIRST}.html")
    page.goto(f"{address}/en-us/index.html")
    page.fill("#search", code)
    page.wait_for_selector("#results a")
    check.equal(page.inner_text("#results a").split("\n"),
                ["No text message comes", f"Step code {code}"], "a code's step by its title")
    last = (int(code[-1]) + 1) % 10
    for start in (f"file://{site}", address):
        page.goto(f"{start}/en-us/index.html")
        page.fill("#search", f"{code[:-1]}{last}")
        page.wait_for_selector("#search-status:not(:empty)")
        check("A digit of this code is wrong" in page.inner_text("#search-status"),
              "a mistyped code is told")
        check.equal(page.locator("#results a").count(), 0, "a mistyped code finds nothing")
    page.goto(f"{address}/en-us/index.html")
    page.fill("#search", UNKNOWN)
    page.wait_for_selector("#search-status:not(:empty)")
    check("No step has this code" in page.inner_text("#search-status"), "an unknown code is told")
    page.fill("#search", code[:-1])
    until(page, "document.getElementById('search-status').textContent.includes('six digits')")
    page.goto(f"file://{site}/en-us/-/code.html")
    page.fill("#code", f"{code[:-1]}{last}")
    page.press("#code", "Enter")
    page.wait_for_selector("#code-status:not(:empty)")
    check("A digit of this code is wrong" in page.inner_text("#code-status"),
          "a mistyped code is told where codes are entered")
    page.fill("#code", code[:-1])
    page.press("#code", "Enter")
    check("six digits" in page.inner_text("#code-status"), "a code that is too short is told")
    page.close()
    context = chromium.new_context(locale="ja")
    page = context.new_page()
    page.goto(f"file://{site}/c/{code[:2]}.html#{code.replace(' ', '')}")
    page.wait_for_url(f"**/ja-jp/{FIRST}.html")
    context.close()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    digits = code.replace(" ", "")
    page.goto(f"file://{site}/en-us/-/code.html")
    page.click(f".letters a:text-is('{digits[:2]}')")
    page.goto(f"{page.url}#{digits}")
    check.equal(page.locator(".codes-list > li:visible").count(), 1, "only the code in the address")
    page.click(f"[id='{digits}'] a[hreflang=ja-JP]")
    check(page.url.endswith(f"/ja-jp/{FIRST}.html"), "a code leads to its step without a script")
    context.close()


def languages(check, chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{site}/en-us/{FIRST}.html")
    for locale in LOCALES[1:] + LOCALES[:1]:
        tag = page.get_attribute(f".languages a[href*='/{locale}/'], .languages a[href^='{locale}']",
                                 "hreflang")
        page.click(".languages summary")
        page.click(f".languages a[hreflang='{tag}']")
        check(page.url.endswith(f"/{locale}/{FIRST}.html"), f"the language menu stays on the step: {locale}")
        check.equal(page.get_attribute("html", "lang"), tag, "the page's language")
        check.equal(page.get_attribute("html", "dir"), "rtl" if locale == "ar-sa" else "ltr", tag)
    page.goto(f"file://{site}/nl-nl/{FIRST}.html")
    page.click(".pair-view summary")
    check(page.is_visible(".pair td[lang='en-US']"), "the source beside the translation")
    page.goto(f"file://{site}/ar-sa/sign-in-faq.html")
    check(page.is_visible(".notice"), "a fallback is told")
    check.equal(page.get_attribute(".article .text", "lang"), "en-US", "a fallback's language")
    page.goto(f"file://{site}/de-de/sign-in-faq.html")
    check(page.is_visible(".notice"), "a translation older than its source is told")
    page.goto(f"file://{site}/de-de/codes-not-arriving.html")
    check(not page.is_visible(".notice"), "a current translation has no notice")
    context.close()
    page = chromium.new_page()
    page.goto(f"file://{site}/en-us/{FIRST}.html")
    page.click(".outcomes .solved a")
    page.click(".languages summary")
    page.click(".languages a[hreflang='de-DE']")
    page.wait_for_url(f"**/de-de/{FIRST}.html#solved")
    check(page.is_visible("#solved h1"), "another language keeps the end that a remedy reached")
    for start in ("find.html?q=no+code", "find.html"):
        page.goto(f"file://{site}/en-us/-/{start}")
        page.fill("#search", "new phone")
        page.click(".languages summary")
        page.click(".languages a[hreflang='nl-NL']")
        page.wait_for_url("**/nl-nl/-/find.html?q=*")
        check.equal(page.input_value("#search"), "new phone", "another language keeps the words")
    page.close()
    for wanted, home in (("ja", "ja-jp"), ("nl-BE", "nl-nl")):
        context = chromium.new_context(locale=wanted)
        page = context.new_page()
        page.goto(f"file://{site}/index.html")
        page.wait_for_url(f"**/{home}/index.html")
        context.close()


def keyboard_only(check, chromium, site):
    page = chromium.new_page()
    page.goto(f"file://{site}/en-us/codes-not-arriving/common-problems-with-codes.html")
    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.className") == "skip", "the skip link comes first")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    check.equal(outline, "solid", "the focus can be seen")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FIRST}.html")
    page.keyboard.press("2")
    page.wait_for_url(f"**/{FIRST}/2.html")
    page.keyboard.press("0")
    page.wait_for_url(f"**/{FIRST}.html")
    page.click("[data-keys] button")
    page.keyboard.press("2")
    page.wait_for_timeout(200)
    check(page.url.endswith(f"{FIRST}.html"), "number keys can be turned off")
    page.close()


def copying(check, chromium, address):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/en-us/{FIRST}/3/contact.html")
    for name in ("step-code", "permalink", "note-line", "note", "note-markdown"):
        page.click(f"[data-copy={name}]")
        page.wait_for_selector(f"[data-copy={name}].done")
        copied = page.evaluate("navigator.clipboard.readText()")
        check.equal(copied, page.text_content(f"#{name}"), f"copies {name}")
        if name == "note-line":
            check(len(copied) <= 200, "the note's line has at most 200 characters")
        if name == "permalink":
            check(copied.startswith(address), "the permalink is whole")
    context.close()


CODES = [f"E-{number:02} Größe" for number in range(1, 25)]


def add_long_question(content):
    rows = "".join(f"| {code} | Do what {code} needs. |\n" for code in CODES)
    (content / "en-us" / "long.md").write_text(
        "# A code is shown\n\n## Codes\n\n| Problem | Solution |\n| --- | --- |\n" + rows
        + "\n## Costs\n\nCodes cost nothing.\n",
        encoding="utf-8")


def long_questions(check, chromium):
    """Two digits choose an answer of many, and a field narrows them."""
    with built_site(prepare=add_long_question) as site:
        page = chromium.new_page()
        question = f"file://{site}/en-us/long/codes.html"
        for keys, number in (("2", 2), ("24", 24), ("10", 10), ("7", 7)):
            page.goto(question)
            for key in keys:
                page.keyboard.press(key)
            if number < 3:
                check(page.url == question, "a number that may go on waits")
                page.keyboard.press("Enter")
            page.wait_for_url(f"**/e-{number:02}-*.html")
        page.goto(question)
        page.keyboard.press("1")
        page.keyboard.press("Tab")
        page.keyboard.press("5")
        page.wait_for_url("**/e-05-*.html")
        page.goto(question)
        shown = "main .choices li.answer:visible"
        check.equal(page.locator(shown).count(), len(CODES), "all answers")
        page.fill("#filter", "GROSSE e-1")
        check.equal(page.locator(shown).count(), 10, "the answers that hold what was typed")
        check.equal(page.inner_text(".filter [role=status]"), "Found: 10", "their count is told")
        check.equal(page.locator(".choices .fallback:visible").count(), 1, "the way out stays")
        page.fill("#filter", "zzz")
        check.equal(page.locator(shown).count(), 0, "no answer holds it")
        check.equal(page.inner_text(".filter [role=status]"), "Nothing found. Try other words.",
                    "that none is found is told")
        page.press("#filter", "Escape")
        check.equal(page.locator(shown).count(), len(CODES), "Escape shows all again")
        page.fill("#filter", "e-13")
        page.press("#filter", "Enter")
        page.keyboard.press("Enter")
        page.wait_for_url("**/e-13-*.html")
        page.close()


def without_script(check, chromium, site):
    """No search field that does nothing: a way to all articles, in the reader's language."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for locale in LOCALES:
        page.goto(f"file://{site}/{locale}/index.html")
        check(not page.is_visible("#search"), f"{locale}: a search field without a script")
        page.click("main .notice a")
        check(page.url.endswith(f"/{locale}/-/find.html"), f"{locale}: all articles")
        check(not page.is_visible("#search"), f"{locale}: a search field without a script")
        check.equal(page.locator("main .notice:visible a").count(), 0, f"{locale}: no link to itself")
        page.goto(f"file://{site}/{locale}/-/code.html")
        check(not page.is_visible("#code"), f"{locale}: a code field without a script")
    context.close()


def set_base(content):
    with open(content / "waymark.yml", "a", encoding="utf-8") as settings:
        settings.write("\nbase_url: https://help.example.com/desk/\n")


def subfolder(check, chromium):
    """A site that is hosted in a folder: what does not exist there still leads on."""
    with built_site(prepare=set_base) as site:
        os.rename(site, site.parent / "desk")
        with served(site.parent) as address:
            page = chromium.new_page()
            start = f"{address}/desk/"
            for missing in ("missing.html", "en-us/deep/er/missing.html"):
                elsewhere = []
                page.on("request", lambda request: elsewhere.append(request.url)
                        if not request.url.startswith(start) else None)
                response = page.goto(start + missing)
                check.equal(response.status, 404, f"{missing}: the status")
                family = page.evaluate("getComputedStyle(document.body).display")
                check.equal(family, "flex", f"{missing}: the styles are found")
                page.fill("#search", "new phone")
                page.wait_for_selector("#results a")
                page.click("#results a")
                page.wait_for_url(f"{start}en-us/**")
                check.equal(page.locator("h1:visible").count(), 1, f"{missing}: a result opens")
                page.goto(start + missing)
                page.click(".choices a[hreflang=nl-NL]")
                check.equal(page.url, f"{start}nl-nl/index.html", f"{missing}: a home page opens")
                check.equal(elsewhere, [], f"{missing}: requests outside of the folder")
            page.goto(start + "nl-nl/missing.html")
            check.equal(page.locator(".choices [hreflang=nl-NL] .note-text").text_content(),
                        "Deze pagina bestaat niet", "a missing page in the reader's language")
            page.fill("#search", "nieuwe telefoon")
            page.click("#results li:first-child a")
            page.wait_for_url(f"{start}nl-nl/**")
            page.goto(f"{start}en-us/{FIRST}.html")
            check.equal(page.get_attribute("link[rel=canonical]", "href"),
                        f"https://help.example.com/desk/en-us/{FIRST}.html", "the canonical address")
            check.equal(page.get_attribute("meta[property='og:image']", "content"),
                        "https://help.example.com/desk/theme/icon-512.png", "a picture for previews")
            page.close()


def ends(check, chromium, site):
    """The end that a remedy reaches, and the one that a code leads to."""
    page = chromium.new_page()
    page.goto(f"file://{site}/en-us/{FIRST}.html")
    title = page.title()
    page.click(".outcomes .solved a")
    until(page, "document.title.startsWith('Solved')")
    check.equal(page.evaluate("document.activeElement.id"), "solved", "solved has the focus")
    page.click("#solved a.back")
    until(page, "!document.title.startsWith('Solved')")
    check.equal(page.title(), title, "back from solved, the title is the step's")
    page.click(".outcomes .solved a")
    page.click("#solved .ways a")
    check(page.url.endswith("en-us/index.html"), "solved leads home")
    page.goto(f"file://{site}/en-us/{FIRST}/2.html")
    check.equal(page.inner_text("h1:visible"), "Try this next (2 of 3)", "the second remedy's heading")
    check.equal(page.inner_text(".subject"), "No text message comes", "what it is about")
    page.goto(f"file://{site}/en-us/{FIRST}/3/contact.html")
    page.emulate_media(media="print")
    check(page.is_visible(".prompt") and page.is_visible("#step-code"), "an end prints as a card")
    check.equal(page.locator(".note:visible").count(), 0, "no note is printed beside it")
    page.close()
    trees = json.loads((site / "en-us" / "tree.json").read_text(encoding="utf-8"))
    section = next(node for node in trees["nodes"]
                   if node["kind"] == "escalation" and "codes-not-arriving/to-check" in node["id"])
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{site}/c/{section['code'][:2]}.html#{section['code']}")
    page.click(f"[id='{section['code']}'] a[hreflang=nl-NL]")
    check(page.url.endswith("/nl-nl/codes-not-arriving.html#get-help"), f"an end's code: {page.url}")
    check(page.is_visible("#get-help"), "the section with the contact")
    context.close()


def first_page(check, chromium, site):
    """The root leads to the reader's language once, and lets them choose after that."""
    context = chromium.new_context(locale="de")
    page = context.new_page()
    page.goto(f"file://{site}/index.html")
    page.wait_for_url("**/de-de/index.html")
    page.goto(f"file://{site}/index.html")
    page.wait_for_timeout(200)
    check(page.url.endswith(f"{site.name}/index.html"), "the first page stays when it is asked for again")
    context.close()


def main():
    check = Checks()
    with built_site() as site, served(site) as address, browser() as chromium:
        walks(check, chromium, site, address)
        searches(check, chromium, site, ROOT / "content")
        stillness(check, chromium, site)
        codes(check, chromium, site, address)
        languages(check, chromium, site)
        keyboard_only(check, chromium, site)
        copying(check, chromium, address)
        ends(check, chromium, site)
        first_page(check, chromium, site)
        without_script(check, chromium, site)
        subfolder(check, chromium)
        long_questions(check, chromium)
    return check.exit()


if __name__ == "__main__":
    sys.exit(main())
