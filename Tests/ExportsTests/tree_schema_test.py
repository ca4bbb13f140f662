"""Tree exports of the folders at hand are valid against the tree export's schema."""
import json
import pathlib
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def is_small(folder):
    """Whether it is a folder of articles that a debug build exports in seconds."""
    return folder.name != "includes" and 0 < sum(1 for _ in folder.rglob("*.md")) < 150


def export(folder, *options):
    command = [ROOT / ".build/debug/waymark", "tree", folder, "--format", "json", *options]
    return json.loads(subprocess.run(command, capture_output=True).stdout)


def main():
    schema = SHARED / "tree.schema.json"
    if not schema.exists():
        print("skipped: no ../shared/tree.schema.json")
        return 0
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text()))
    content = ROOT / "content"
    folders = [(content, "--locale", locale.name) for locale in sorted(content.glob("*-*"))]
    folders += [(folder,) for folder in sorted(SHARED.glob("corpus/*/")) if is_small(folder)]
    folders += [(folder,) for folder in sorted(SHARED.glob("corpus/m365-nl/*/*/")) if is_small(folder)]
    failures = 0
    for folder, *options in folders:
        document = export(folder, *options)
        errors = list(validator.iter_errors(document))
        failures += len(errors)
        print(f"{folder.name} {' '.join(options)}: {len(document['nodes'])} nodes, {len(errors)} errors")
        for error in errors[:3]:
            print(f"  {error.json_path}: {error.message[:200]}")
    return 1 if failures else 0


sys.exit(main())
