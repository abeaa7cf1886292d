"""Words of one customer, and the search for them in every byte of files."""

from pathlib import Path

NAME = "شهرزاد زرین‌کلک"
PHONE = "+989127654321"
CITY = "نوشهرآباد"
NOTE = "پسته‌ی اکبری می‌خواهد"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_WORDS = (NAME, "شهرزاد", "زرین", PHONE, PHONE.removeprefix("+98"), CITY, NOTE, "اکبری")


def places_with_plain_text(where: Path) -> set[str]:
    """Return the names of files, or of the file, in which something of the customer is read."""
    wanted = [word.encode(encoding) for word in _WORDS for encoding in _ENCODINGS]
    files = [where] if where.is_file() else [file for file in where.rglob("*") if file.is_file()]
    found = set()
    for file in files:
        content = file.read_bytes()
        if any(one in content for one in wanted):
            found.add(file.name)
    return found
