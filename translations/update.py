"""Bring ecrm_fa.ts up to date with the code, and put translations into it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "translations" / "ecrm_fa.ts"
Key = tuple[str, str]


def collect(root: Path = ROOT / "ecrm_desktop") -> dict[Key, str]:
    """Return every `translate("Context", "text")` of the code with the file it is in.

    Raises SystemExit naming the place where an argument is not a literal.
    """
    found: dict[Key, str] = {}
    for path in sorted(root.rglob("*.py")):
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            literals = [a.value for a in call.args[:2] if isinstance(a, ast.Constant)]
            if len(literals) != 2 or not all(isinstance(part, str) for part in literals):  # noqa: PLR2004
                raise SystemExit(f"{path}:{call.lineno}: translate() needs two string literals")
            key = (str(literals[0]), str(literals[1]))
            found.setdefault(key, path.relative_to(ROOT).as_posix())
    return found


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        # Only the bare name: painters and strings have a translate() of their own.
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
            yield node


def read() -> dict[Key, str]:
    """Return the translations the catalogue has; an unfinished one is empty."""
    if not CATALOGUE.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in ET.parse(CATALOGUE).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def write(found: dict[Key, str], known: dict[Key, str]) -> list[Key]:
    """Write the catalogue for the strings in `found`; return those without a translation."""
    root = ET.Element("TS", version="2.1", language="fa_IR", sourcelanguage="en_US")
    missing = []
    contexts: dict[str, ET.Element] = {}
    for name, source in sorted(found):
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message")
        ET.SubElement(message, "location", filename="../" + found[name, source])
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get((name, source), "")
        if not translation.text:
            translation.set("type", "unfinished")
            missing.append((name, source))
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    part = CATALOGUE.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(CATALOGUE)
    return missing


def main() -> int:
    """Run: update.py [--check | TRANSLATIONS.tsv …] with lines `context TAB source TAB Persian`."""
    found, known = collect(), read()
    if sys.argv[1:] == ["--check"]:
        wrong = [key for key in found if not known.get(key)]
        wrong += [key for key in known if key not in found]
    else:
        for name in sys.argv[1:]:
            for line in Path(name).read_text(encoding="utf-8").splitlines():
                if line.strip():
                    context, source, translation = line.replace("\\n", "\n").split("\t")
                    known[context, source] = translation
        wrong = write(found, known)
    for context, source in wrong:
        sys.stdout.write(f"{context}\t{source!r}\n")
    sys.stdout.write(f"{len(found)} strings, {len(wrong)} without a translation or obsolete\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
