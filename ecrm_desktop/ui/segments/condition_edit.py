"""One condition of a rule, or several in brackets: what is asked, and how."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_choices import SegmentChoices
from ecrm_desktop.text.segment_fields import field_title
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.segments.bought_edit import BoughtEdit
from ecrm_desktop.ui.segments.field_tests import field_test
from ecrm_desktop.ui.segments.other_tests import (
    BestTest,
    FoundTest,
    OwnFieldTest,
    SegmentTest,
    TagTest,
)
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.list_edit import ListEdit, follow
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.values.segment_reading import rule_from_json
from ecrm_desktop.values.segment_rule import (
    All,
    Best,
    Bought,
    FieldIs,
    Found,
    InSegment,
    Not,
    OwnFieldIs,
    Rule,
    RuleField,
    Tagged,
    simplified,
)
from ecrm_desktop.values.segment_rule import (
    Any as AnyOf,
)
from ecrm_desktop.values.segment_writing import rule_to_json

DEEPEST: Final = 2
"""How many brackets within each other can be built; what lies deeper is kept and said."""
_BRACKET, _KEPT, _BOUGHT, _TAG, _SEGMENT, _BEST, _FOUND = (
    "bracket", "kept", "bought", "tag", "segment", "best", "found",
)  # fmt: skip
_FIELD, _OWN = "field:", "own:"
_WIDTH: Final = 174
_IS_SO_WIDTH: Final = 86
_BESIDE_FROM: Final = 620


@dataclass(frozen=True, slots=True)
class RuleContext:
    """What edits of a rule need; `explain` says a rule, `own_id` is that of a stored group."""

    ui: UiContext
    choices: SegmentChoices
    explain: Callable[[Rule], str]
    own_id: UUID | None = None


class RuleEdit(Field[Rule]):
    """Conditions below each other, of which all or any have to hold; none is everybody."""

    def __init__(self, context: RuleContext, *, depth: int = 0) -> None:
        super().__init__()
        self._explain = context.explain
        self._match: Segments[bool] = Segments(
            [
                (True, translate("RuleEdit", "All of these")),
                (False, translate("RuleEdit", "Any of these")),
            ]
        )
        self.conditions: ListEdit[Rule] = ListEdit(
            lambda: ConditionEdit(context, depth=depth),
            add_text=translate("RuleEdit", "Add a condition"),
        )
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        if depth:
            # What stands in brackets is drawn in.
            start = (0, theme.L) if self.isRightToLeft() else (theme.L, 0)
            column.setContentsMargins(start[0], 0, start[1], 0)
        column.addWidget(self._match)
        column.addWidget(self.conditions)
        self._row.addLayout(column, 1)
        self._match.edited.connect(self.edited)
        self.conditions.edited.connect(self.edited)
        self.setFocusProxy(self._match)

    def value(self) -> Rule:
        """Return the rule; InvalidInput of the first condition that is wrong."""
        parts = self.conditions.value()
        return simplified(All(parts) if self._match.value() or not parts else AnyOf(parts))

    def set_value(self, value: Rule) -> None:
        """Show a rule."""
        rule = simplified(value)
        self._match.set_value(not isinstance(rule, AnyOf))
        self.conditions.set_value(rule.parts if isinstance(rule, All | AnyOf) else (rule,))

    def is_empty(self) -> bool:
        """Whether there is no condition."""
        return self.conditions.is_empty()

    def text(self) -> str:
        """Return the rule in a sentence, as far as it is one."""
        with suppress(EcrmError):
            return self._explain(self.value())
        return ""

    def snapshot(self) -> dict[str, Any]:
        """Return what was chosen and typed."""
        return {"match": self._match.snapshot(), "conditions": self.conditions.snapshot()}

    def restore(self, contents: Any) -> None:
        """Show what was chosen and typed."""
        if isinstance(contents, dict):
            self._match.restore(contents.get("match"))
            self.conditions.restore(contents.get("conditions"))

    def tidy(self) -> None:
        """Write each condition as it will be shown."""
        self.conditions.tidy()

    def set_name(self, name: str) -> None:
        """Tell screen readers what it is."""
        self._match.set_name(name)
        self.conditions.set_name(name)

    def set_wrong(self, sentence: str) -> None:
        """Mark the conditions that are wrong."""
        self.conditions.set_wrong(sentence)


class ConditionEdit(Field[Rule]):
    """What is asked, how, and whether it has to be so or must not be so.

    What cannot be built here, such as a condition of a newer version, is said and kept.
    """

    def __init__(self, context: RuleContext, *, depth: int) -> None:
        super().__init__()
        self._context, self._depth = context, depth
        self._test: Field[Any] | None = None
        self._kept: Rule | None = None
        self.what: Choice[str | None] = Choice(_kinds(context.choices, depth))
        self.what.setFixedWidth(_WIDTH)
        self.is_so: Choice[bool] = Choice(
            [
                (True, translate("RuleEdit", "is so")),
                (False, translate("RuleEdit", "not so")),
            ]
        )
        self.is_so.setFixedWidth(_IS_SO_WIDTH)
        self._beside: bool | None = None
        self._asked = QVBoxLayout()
        self._asked.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.S)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.what, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.is_so, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._place = QWidget()
        self._place.setLayout(self._asked)
        self._row.addLayout(self._grid, 1)
        self.what.edited.connect(self._choose)
        self.is_so.edited.connect(self.edited)
        self.setFocusProxy(self.what)
        self._show(None)

    def value(self) -> Rule:
        """Return the condition; InvalidInput of what is wrong in it, TEXT_EMPTY for empty brackets.

        Call it where something is chosen.
        """
        if self._kept is not None:
            return self._kept
        if self._test is None or (isinstance(self._test, RuleEdit) and self._test.is_empty()):
            raise InvalidInput(Problem.TEXT_EMPTY)
        rule = self._test.value()
        return rule if self.is_so.value() else Not(rule)

    def set_value(self, value: Rule) -> None:
        """Show a condition, or say it where it cannot be built."""
        inner = value.part if isinstance(value, Not) else value
        self.is_so.set_value(not isinstance(value, Not))
        kind = _kind_of(inner)
        if kind is not None and kind in dict(_kinds(self._context.choices, self._depth)):
            self._show(kind)
            if self._test is not None and _fits(self._test, inner):
                return
        self._keep(value)

    def is_empty(self) -> bool:
        """Whether nothing is asked yet."""
        return self._kept is None and self.what.value() is None

    def text(self) -> str:
        """Return what is asked."""
        return self.what.text()

    def snapshot(self) -> dict[str, Any]:
        """Return what was chosen and typed."""
        if self._kept is not None:
            return {"kept": rule_to_json(self._kept)}
        test = self._test.snapshot() if self._test is not None else None
        return {"what": self.what.value(), "is_so": self.is_so.snapshot(), "test": test}

    def restore(self, contents: Any) -> None:
        """Show what was chosen and typed."""
        match contents:
            case {"kept": str(json)}:
                with suppress(EcrmError):
                    self._keep(rule_from_json(json))
            case {"what": str(kind), "is_so": is_so, "test": test}:
                if kind in dict(_kinds(self._context.choices, self._depth)):
                    self._show(kind)
                    self.is_so.restore(is_so)
                    if self._test is not None:
                        self._test.restore(test)

    def tidy(self) -> None:
        """Write what is typed as it will be shown."""
        if self._test is not None:
            self._test.tidy()

    def set_name(self, name: str) -> None:
        """Tell screen readers what it is."""
        self.what.set_name(translate("RuleEdit", "What is asked"))
        self.is_so.set_name(translate("RuleEdit", "Has to be so, or must not"))

    def set_wrong(self, sentence: str) -> None:
        """Mark what is wrong in the condition."""
        self.what.set_wrong(sentence if self._test is None else "")
        if self._test is not None:
            self._test.set_wrong(sentence)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        self.what.setFocus(event.reason())

    def _choose(self) -> None:
        self._show(self.what.value())
        self.edited.emit()

    def _keep(self, rule: Rule) -> None:
        self._show(None)
        self._kept = rule
        kinds = [(_KEPT, translate("RuleEdit", "Cannot be changed here"))]
        self.what.set_options([*kinds, *_kinds(self._context.choices, self._depth)])
        self.what.set_value(_KEPT)
        self.is_so.hide()
        self._arrange(beside=False)
        self._asked.addWidget(Label(self._context.explain(rule), wrap=True))

    def _show(self, kind: str | None) -> None:
        """Ask what a kind of condition needs."""
        if kind == _KEPT:
            return
        self._kept = None
        clear(self._asked)
        self._test = _test(kind, self._context, self._depth) if kind is not None else None
        self.what.set_value(kind)
        self.what.setToolTip(self.what.text() if kind is not None else "")
        self.is_so.setVisible(kind is not None)
        if self._test is None:
            return
        self._test.set_name(self.what.text())
        self._test.edited.connect(self.edited)
        self._asked.addWidget(self._test)
        self._arrange(beside=self._has_room())
        self._test.show()
        follow(self.what, self._test)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask beside what is asked about where there is room, else below it."""
        super().resizeEvent(event)
        self._arrange(beside=self._has_room())

    def _has_room(self) -> bool:
        is_wide = isinstance(self._test, BoughtEdit | RuleEdit) or self._kept is not None
        return not is_wide and self.width() >= _BESIDE_FROM

    def _arrange(self, *, beside: bool) -> None:
        if beside != self._beside:
            self._beside = beside
            self._grid.removeWidget(self._place)
            place = (0, 1, 1, 1) if beside else (1, 0, 1, 3)
            self._grid.addWidget(self._place, *place)


def _kinds(choices: SegmentChoices, depth: int) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = [
        (None, translate("RuleEdit", "Choose a condition…")),
        (_BOUGHT, translate("RuleEdit", "What they bought")),
        *((f"{_FIELD}{one}", field_title(one)) for one in RuleField),
        (_TAG, translate("RuleEdit", "tag")),
        *((f"{_OWN}{one.id.hex}", one.title) for one in choices.own_fields),
        (_BEST, translate("RuleEdit", "one of the best")),
        (_SEGMENT, translate("RuleEdit", "another group")),
        (_FOUND, translate("RuleEdit", "found by the search")),
    ]
    if depth < DEEPEST:
        found.append((_BRACKET, translate("RuleEdit", "Brackets (…)")))
    return found


def _kind_of(rule: Rule) -> str | None:  # noqa: PLR0911 - one of each kind
    match rule:
        case FieldIs(field, _):
            return f"{_FIELD}{field}"
        case OwnFieldIs(field_id, _):
            return f"{_OWN}{field_id.hex}"
        case Bought():
            return _BOUGHT
        case Tagged():
            return _TAG
        case InSegment():
            return _SEGMENT
        case Best():
            return _BEST
        case Found():
            return _FOUND
        case All() | AnyOf():
            return _BRACKET
    return None


def _test(kind: str, context: RuleContext, depth: int) -> Field[Any]:
    ui, choices = context.ui, context.choices
    if kind.startswith(_FIELD):
        return field_test(RuleField(kind.removeprefix(_FIELD)), ui, choices)
    if kind.startswith(_OWN):
        own = UUID(kind.removeprefix(_OWN))
        return OwnFieldTest(next(one for one in choices.own_fields if one.id == own), ui)
    makers: dict[str, Callable[[], Field[Any]]] = {
        _BOUGHT: lambda: BoughtEdit(ui, choices),
        _TAG: lambda: TagTest(choices),
        _SEGMENT: lambda: SegmentTest(choices, context.own_id),
        _BEST: lambda: BestTest(ui),
        _FOUND: FoundTest,
        _BRACKET: lambda: RuleEdit(context, depth=depth + 1),
    }
    return makers[kind]()


def _fits(test: Field[Any], rule: Rule) -> bool:
    """Show a rule in its edit; return whether that says the same as the rule."""
    try:
        test.set_value(rule)
        return bool(simplified(test.value()) == simplified(rule))
    except (EcrmError, ValueError):
        return False
