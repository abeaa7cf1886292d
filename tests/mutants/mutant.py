"""One small wrong change of the program, and the tests that have to notice it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mutant:
    """`text` stands once in `file` and is replaced by `wrong`; then one of the `judges` must fail.

    `file` and `judges` are paths from the root of the project.
    """

    name: str
    file: str
    text: str
    wrong: str
    judges: tuple[str, ...]

    def source(self, root: Path) -> str:
        """Return the wrong source; LookupError if the text is not there, or more than once."""
        right = (root / self.file).read_text(encoding="utf-8")
        if right.count(self.text) != 1:
            raise LookupError(f"{self.name}: {self.text!r} is not once in {self.file}")
        return right.replace(self.text, self.wrong)
