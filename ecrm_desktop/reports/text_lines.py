"""Lines of vCard and iCalendar files: escaped, and broken where they are too long."""

from typing import Final

_LINE_OCTETS: Final = 75


def escaped(text: str) -> str:
    """Return a text as a value."""
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line broken so that no piece is too long and no letter is torn."""
    rest, pieces = line.encode(), []
    while len(rest) > _LINE_OCTETS:
        end = _LINE_OCTETS
        while rest[end] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a letter of UTF-8
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest]) + b"\r\n"
