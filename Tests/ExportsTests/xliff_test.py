"""XLIFF exports of content/ are valid by the standard's own schema and what it says beyond it, other
tools read and write them, and what comes back unchanged changes nothing."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import xmlschema
from translate.storage import xliff2

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = ROOT / ".build/debug/waymark"
CONTENT = ROOT / "content"
NAMESPACE = "{urn:oasis:names:tc:xliff:document:2.0}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# OASIS's schema of the core, which is the same in XLIFF 2.0 and 2.1; script/setup unpacks it from a
# Debian package.
SCHEMAS = ROOT / ".local/xliff"
SCHEMA = xmlschema.XMLSchema(
    str(SCHEMAS / "xliff-core-2.0.xsd"),
    locations={"http://www.w3.org/XML/1998/namespace": str(SCHEMAS / "xml.xsd")})
NMTOKEN = re.compile(r"[\w.:-]+")
INLINE = {"ph", "pc", "cp"}

# XLIFF 2.1, sections 4.2 and 4.3, for what an export uses: attributes that must and may stand on an
# element, and the order of its children.
ELEMENTS = {
    "xliff": ({"version", "srcLang"}, {"trgLang"}, r"(file )+"),
    "file": ({"id"}, {"original", "canResegment", XML_SPACE}, r"(unit )+"),
    "unit": ({"id"}, set(), r"(originalData )?(segment )+"),
    "originalData": (set(), set(), r"(data )+"),
    "data": ({"id"}, set(), r"(cp )*"),
    "segment": (set(), {"state"}, r"source (target )?"),
    "source": (set(), set(), r"((ph|pc|cp) )*"),
    "target": (set(), set(), r"((ph|pc|cp) )*"),
    "ph": ({"id"}, {"dataRef", "equiv", "disp"}, r""),
    "pc": ({"id"}, {"type", "dataRefStart", "dataRefEnd"}, r"((ph|pc|cp) )*"),
    "cp": ({"hex"}, set(), r""),
}


def problems(element):
    name = element.tag.removeprefix(NAMESPACE)
    if name not in ELEMENTS:
        yield f"unknown element {element.tag}"
        return
    needed, allowed, order = ELEMENTS[name]
    given = set(element.attrib)
    if not needed <= given or not given <= needed | allowed:
        yield f"{name} has the attributes {sorted(given)}"
    children = "".join(child.tag.removeprefix(NAMESPACE) + " " for child in element)
    if not re.fullmatch(order, children):
        yield f"{name} has the children {children}"
    if "id" in given and not NMTOKEN.fullmatch(element.get("id")):
        yield f"{name} has the id {element.get('id')}"
    if name == "pc" and element.get("type") not in {"fmt", "link", "image"}:
        yield f"pc has the type {element.get('type')}"
    if name == "segment" and element.get("state") not in {"initial", "translated"}:
        yield f"segment has the state {element.get('state')}"
    if name == "unit":
        yield from problems_of_references(element)
    for child in element:
        yield from problems(child)


def problems_of_references(unit):
    known = [data.get("id") for data in unit.iter(NAMESPACE + "data")]
    for code in unit.iter():
        for attribute in ("dataRef", "dataRefStart", "dataRefEnd"):
            if attribute in code.attrib and known.count(code.get(attribute)) != 1:
                yield f"unit {unit.get('id')} refers to {code.get(attribute)}"
    for text in list(unit.iter(NAMESPACE + "source")) + list(unit.iter(NAMESPACE + "target")):
        ids = [code.get("id") for code in text.iter() if "id" in code.attrib]
        if len(ids) != len(set(ids)):
            yield f"unit {unit.get('id')} has an inline id twice"


def problems_of_document(path):
    root = xml.parse(path).getroot()
    yield from problems(root)
    for parent, children in [(root, "file")] + [(file, "unit") for file in root]:
        ids = [child.get("id") for child in parent.iter(NAMESPACE + children)]
        if len(ids) != len(set(ids)):
            yield f"a {children} id is given twice"


def waymark(*arguments):
    result = subprocess.run([WAYMARK, "xliff", *arguments], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"waymark xliff {arguments}: {result.returncode}\n{result.stderr}")
    return result.stdout


def files(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def check(locale, work):
    copy = work / locale
    shutil.copytree(CONTENT, copy)
    exported = work / f"{locale}.xlf"
    waymark("export", copy, "--locale", locale, "-o", exported)
    for problem in problems_of_document(exported):
        yield f"{locale}: {problem}"
    for error in SCHEMA.iter_errors(str(exported)):
        yield f"{locale}: {error.reason} at {error.path}"

    # Unchanged, and once through the Translate Toolkit.
    store = xliff2.Xliff2File.parsefile(str(exported))
    through = work / f"{locale}-toolkit.xlf"
    through.write_bytes(bytes(store))
    for file in (exported, through):
        waymark("import", file, copy)
        if files(copy) != files(CONTENT):
            yield f"{locale}: importing {file.name} changed the content"

    # A translation made with the Toolkit arrives, and nothing else changes.
    unit = next(u for u in store.units if u.source == "Reset my password" or u.istranslated())
    before, unit.target = unit.target, "Tested translation"
    through.write_bytes(bytes(store))
    waymark("import", through, copy)
    changed = [path for path, data in files(copy).items() if files(CONTENT).get(path) != data]
    if len(changed) != 1:
        yield f"{locale}: {len(changed)} files changed"
        return
    new, old = (copy / changed[0]).read_text(), (CONTENT / changed[0]).read_text()
    if new != old.replace(before, "Tested translation", 1):
        yield f"{locale}: more than the translation changed in {changed[0]}"


def main():
    locales = [p.name for p in sorted(CONTENT.glob("*-*")) if p.name != "en-us"]
    failures = []
    with tempfile.TemporaryDirectory() as work:
        for locale in locales:
            failures += check(locale, pathlib.Path(work))
    print("\n".join(failures) or f"{', '.join(locales)}: no problems")
    return 1 if failures else 0


sys.exit(main())
