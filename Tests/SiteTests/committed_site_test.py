"""The committed site/ is what content/ builds into, byte for byte."""
import sys

from site_under_test import ROOT, Checks, built_site


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def main():
    check = Checks()
    with built_site() as site:
        expected, committed = files(site), files(ROOT / "site")
    for path in sorted(expected.keys() - committed.keys()):
        check(False, f"site/{path} is missing; run 'waymark build' and commit site/")
    for path in sorted(committed.keys() - expected.keys()):
        check(False, f"site/{path} is not built any more; run 'waymark build' and commit site/")
    for path in sorted(expected.keys() & committed.keys()):
        check(expected[path] == committed[path],
              f"site/{path} differs; run 'waymark build' and commit site/")
    return check.exit()


if __name__ == "__main__":
    sys.exit(main())
