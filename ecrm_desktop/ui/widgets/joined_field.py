"""Several fields that hold one value together, such as a phone and its label."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.ui.widgets.field import Field, join_texts

T = TypeVar("T")


class JoinedField(Field[T]):
    """Give `value` and `set_value` of it; all else is done by its parts.

    `parts` are name → (field, its share of the width; 0: as it needs), in the order of Tab. The
    field is empty when the part named `main` is.
    """

    def __init__(self, parts: Mapping[str, tuple[Field[Any], int]], *, main: str) -> None:
        super().__init__()
        self._parts = {name: field for name, (field, _share) in parts.items()}
        self._main = self._parts[main]
        for field, share in parts.values():
            self._row.addWidget(field, share)
            field.edited.connect(self.edited)
            field.hinted.connect(self.hinted)
        self.editors = tuple(one for field in self._parts.values() for one in field.editors)
        self.setFocusProxy(next(iter(self._parts.values())))

    def is_empty(self) -> bool:
        """Whether its main part is empty."""
        return self._main.is_empty()

    def text(self) -> str:
        """Return the texts of its parts."""
        return "" if self.is_empty() else join_texts(one.text() for one in self._parts.values())

    def snapshot(self) -> dict[str, Any]:
        """Return the contents of each part."""
        return {name: field.snapshot() for name, field in self._parts.items()}

    def restore(self, contents: Any) -> None:
        """Show the contents of each part again."""
        if isinstance(contents, dict):
            for name in self._parts.keys() & contents.keys():
                self._parts[name].restore(contents[name])

    def tidy(self) -> None:
        """Write each part as it will be shown."""
        for field in self._parts.values():
            field.tidy()

    def hint(self) -> str:
        """Return the line of its main part."""
        return self._main.hint()

    def set_name(self, name: str) -> None:
        """Tell screen readers what it is."""
        for field in self._parts.values():
            field.set_name(name)

    def set_wrong(self, sentence: str) -> None:
        """Put a red border around the parts that are wrong, or around the main one."""
        mark_wrong(list(self._parts.values()), sentence, blamed=self._main)


def mark_wrong(
    fields: Sequence[Field[Any]], sentence: str, *, blamed: Field[Any] | None = None
) -> None:
    """Mark those of several fields that are wrong by themselves; if none is, `blamed` or all."""
    wrong = [field for field in fields if sentence and _is_wrong(field)]
    if sentence and not wrong:
        wrong = list(fields) if blamed is None else [blamed]
    for field in fields:
        field.set_wrong(sentence if field in wrong else "")


def _is_wrong(field: Field[Any]) -> bool:
    try:
        if not field.is_empty():
            field.value()
    except EcrmError:
        return True
    return False
