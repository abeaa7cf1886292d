"""Takes a contacts file (vCard 2.1, 3.0, 4.0) apart into cards of properties."""

import quopri
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

# Well-kept libraries refuse a whole file for one stray line, and Android's own files with it;
# here a line that is no property is left out, and the card goes on.

_HEAD: Final = re.compile(r"""((?:[\w-]+\.)*)([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):""")
_PARAMETER = re.compile(r""";((?:[^";]|"[^"]*")*)""")
_IGNORED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_LONGEST = 1 << 17  # letters in one property
_MOST = 1000  # properties of one card
_MARKS = str.maketrans("\x00\x01\x02", "\\;,")


@dataclass(frozen=True, slots=True)
class Property:
    """One property: `kinds` are its types, folded to capitals; `value` is still escaped.

    Properties of one `group` belong together (item1.TEL and item1.X-ABLabel).
    """

    name: str
    kinds: frozenset[str]
    value: str
    parameters: dict[str, str] = field(default_factory=dict)
    group: str = ""

    def text(self) -> str:
        """Return the whole value."""
        return self._read(self._marked())

    def parts(self, sign: str = ";") -> list[str]:
        """Return what stands between semicolons or commas."""
        return [self._read(part).strip() for part in self._marked().split(sign)]

    def _marked(self) -> str:
        """Return the value with a mark for each escaped sign, so that it can be cut."""
        value = self.value
        if "\\" not in value:
            return value
        if self._is_quoted_printable():
            return value.replace("\\;", "\x01").replace("\\,", "\x02")
        value = value.replace("\\\\", "\x00").replace("\\;", "\x01").replace("\\,", "\x02")
        value = value.replace("\\n", "\n").replace("\\N", "\n")
        return value.replace("\\:", ":").replace('\\"', '"')  # needless, but written

    def _read(self, marked: str) -> str:
        if self._is_quoted_printable():
            marked = _decoded(marked, self.parameters.get("CHARSET", "UTF-8"))
        return marked.translate(_MARKS)

    def _is_quoted_printable(self) -> bool:
        return self.parameters.get("ENCODING") == "QUOTED-PRINTABLE"


def read_cards(lines: Iterable[str]) -> Iterator[list[Property]]:
    """Yield the properties of each card; a card ends where the next begins, at the latest."""
    card: list[Property] | None = None
    for line in _unfolded(lines):
        group, name, parameters, value = line
        mark = value.strip().upper()
        if name == "BEGIN" and mark == "VCARD":
            if card:
                yield card
            card = []
        elif name == "END" and mark == "VCARD":
            if card is not None:
                yield card
            card = None
        elif card is not None and name not in _IGNORED and len(card) < _MOST:
            card.append(_property(name, parameters, value, group))
    if card:
        yield card


def read_components(
    lines: Iterable[str], names: Container[str]
) -> Iterator[tuple[str, list[Property]]]:
    """Yield name and properties of each entry of a calendar that is called one of these.

    What is within an entry, as its alarm, is not its own.
    """
    name, inside, entry = "", 0, list[Property]()
    for group, said, parameters, value in _unfolded(lines):
        mark = value.strip().upper()
        if said == "BEGIN":
            if name:
                inside += 1
            elif mark in names:
                name, inside, entry = mark, 0, []
        elif said == "END" and name:
            if mark == name:
                yield name, entry
                name = ""
            else:
                inside = max(0, inside - 1)
        elif name and not inside and len(entry) < _MOST:
            entry.append(_property(said, parameters, value, group))


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield group, name, parameters and value of each property, put together from its lines."""
    group = name = parameters = value = ""
    is_open = False  # a soft line break of quoted-printable is at the end
    for raw in chain(lines, ["END:"]):
        line = raw.rstrip("\r\n")
        head = None if is_open or line[:1] in {" ", "\t"} else _HEAD.match(line)
        if is_open:
            value = value[:-1] + line
        elif line[:1] in {" ", "\t"}:
            value += line[1:]
        elif head:
            if name:
                yield group, name, parameters, value
            group, name = head[1].rstrip(".").upper(), head[2].upper()
            parameters, value = head[3], line[head.end() :]
        if name in _IGNORED or len(value) > _LONGEST:
            value = ""
        is_open = value.endswith("=") and "QUOTED-PRINTABLE" in parameters.upper()


def _property(name: str, parameters: str, value: str, group: str) -> Property:
    kinds: list[str] = []
    named: dict[str, str] = {}
    for parameter in _PARAMETER.findall(parameters):
        key, sign, given = parameter.partition("=")
        key, given = key.strip().upper(), given.strip().strip('"')
        if not sign:
            kinds.append(key)  # vCard 2.1 names types alone, and encodings too
        elif key == "TYPE":
            kinds += given.upper().split(",")
        else:
            named[key] = given.upper()
            kinds += ["PREF"] if key == "PREF" else []
    if "QUOTED-PRINTABLE" in kinds:
        named["ENCODING"] = "QUOTED-PRINTABLE"
    return Property(name, frozenset(kinds), value, named, group)


def _decoded(value: str, charset: str) -> str:
    octets = quopri.decodestring(value.encode())
    for name in (charset, "UTF-8"):
        try:
            return octets.decode(name)
        except (LookupError, UnicodeError):
            continue
    return octets.decode("cp1256")
