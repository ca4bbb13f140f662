"""Graphviz and Mermaid itself draw the trees that tree prints for them."""
import json
import pathlib
import re
import subprocess
import sys

import mermaidx

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"
# Folders whose texts hold marks that either language might take for its own.
FIXTURES = ROOT / "Tests/ExportsTests/Fixtures"


def tree(folder, article, kind):
    return subprocess.run(
        [WAYMARK, "tree", folder, article, "--format", kind], capture_output=True, text=True,
        check=True).stdout


def problems(folder, article, with_mermaid):
    count = len(json.loads(tree(folder, article, "json"))["nodes"])
    dot = subprocess.run(
        ["dot", "-Tsvg"], input=tree(folder, article, "dot"), capture_output=True, text=True,
        check=False)
    drawn = dot.stdout.count('class="node"')
    if dot.returncode != 0 or dot.stderr or drawn != count:
        yield f"{article}: Graphviz drew {drawn} of {count} nodes {dot.stderr[:300]}"
    if not with_mermaid:
        return
    try:
        svg = mermaidx.render(tree(folder, article, "mermaid")).svg()
    except Exception as error:  # whatever Mermaid says of the diagram
        yield f"{article}: Mermaid: {error}"
        return
    drawn = len(re.findall(r'class="node ', svg))
    if drawn != count:
        yield f"{article}: Mermaid drew {drawn} of {count} nodes"


def main():
    articles = sorted((ROOT / "content/en-us").glob("*.md"))
    # Mermaid takes seconds for a tree, in the interpreter that mermaidx runs it in.
    cases = [
        (ROOT / "content", path.stem, path.stem == "lost-phone")
        for path in articles if path.stem != "TOC"]
    cases += [
        (FIXTURES / "escapes/content", "printer", True),
        (FIXTURES / "right-to-left/content", "codes", True)]
    failures = [problem for case in cases for problem in problems(*case)]
    print("\n".join(failures) or f"{len(cases)} trees drawn by Graphviz, three of them by Mermaid")
    return 1 if failures or not cases else 0


sys.exit(main())
