"""A stretch of time of a rule, chosen and typed."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.segment_words import season_name
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.joined_field import JoinedField
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.time_windows import (
    EVER,
    MOST_UNITS,
    Between,
    Current,
    Ever,
    Last,
    Named,
    Previous,
    Season,
    Span,
    TimeUnit,
    Window,
)

_EVER, _LAST, _SEASON, _BETWEEN = "ever", "last", "season", "between"
_USUAL: Final = 12


class WindowEdit(JoinedField[Window]):
    """What kind of window, and below the kind what it needs; `ever` only where it is one."""

    def __init__(self, display: Display, today: Callable[[], date], *, ever: bool = True) -> None:
        kinds = [(_EVER, translate("RuleEdit", "ever"))] if ever else []
        self._kind: Choice[str] = Choice([*kinds, *_kinds()])
        self._count = NumberEdit(display, limit=MOST_UNITS)
        self._unit: Choice[TimeUnit] = Choice(
            [
                (TimeUnit.DAYS, translate("RuleEdit", "days")),
                (TimeUnit.WEEKS, translate("RuleEdit", "weeks")),
                (TimeUnit.MONTHS, translate("RuleEdit", "months")),
            ]
        )
        self._season: Choice[Season] = Choice([(one, season_name(one)) for one in Season])
        self._before: Choice[bool] = Choice(
            [
                (False, translate("RuleEdit", "the latest")),
                (True, translate("RuleEdit", "the one before")),
            ]
        )
        self._first = JalaliEdit(display, today=today)
        self._last = JalaliEdit(display, today=today)
        self._first.line.setPlaceholderText(translate("RuleEdit", "from day"))
        self._last.line.setPlaceholderText(translate("RuleEdit", "to day"))
        super().__init__(
            {
                "kind": (self._kind, 2),
                "count": (self._count, 1),
                "unit": (self._unit, 1),
                "season": (self._season, 2),
                "before": (self._before, 2),
                "first": (self._first, 2),
                "last": (self._last, 2),
            },
            main="kind",
        )
        self._count.set_value(_USUAL)
        self._unit.set_value(TimeUnit.MONTHS)
        self._kind.edited.connect(self._fit)
        self._fit()

    def value(self) -> Window:
        """Return the window; InvalidInput RULE_WINDOW_WRONG, and those of its parts."""
        kind = self._kind.value()
        if kind == _EVER:
            return EVER
        if kind == _LAST:
            return Last(self._count.value() or 0, self._unit.value())
        if kind == _SEASON:
            return Named(self._season.value(), self._before.value())
        if kind == _BETWEEN:
            return Between(self._first.value(), self._last.value())
        which, _colon, span = kind.partition(":")
        return (Current if which == "current" else Previous)(Span(span))

    def set_value(self, value: Window) -> None:
        """Show a window; ValueError for all time where that is none."""
        match value:
            case Ever():
                self._kind.set_value(_EVER)
            case Last(count, unit):
                self._kind.set_value(_LAST)
                self._count.set_value(count)
                self._unit.set_value(unit)
            case Named(season, before):
                self._kind.set_value(_SEASON)
                self._season.set_value(season)
                self._before.set_value(before)
            case Between(first, last):
                self._kind.set_value(_BETWEEN)
                self._first.set_value(first)
                self._last.set_value(last)
            case Current(span):
                self._kind.set_value(f"current:{span}")
            case Previous(span):
                self._kind.set_value(f"previous:{span}")
        self._fit()

    def is_empty(self) -> bool:
        """Whether nothing is chosen: never."""
        return False

    def restore(self, contents: Any) -> None:
        """Show what was chosen and typed."""
        super().restore(contents)
        self._fit()

    def _fit(self) -> None:
        kind = self._kind.value()
        for field in (self._count, self._unit):
            field.setVisible(kind == _LAST)
        for choice in (self._season, self._before):
            choice.setVisible(kind == _SEASON)
        for day in (self._first, self._last):
            day.setVisible(kind == _BETWEEN)


def _kinds() -> list[tuple[str, str]]:
    return [
        (_LAST, translate("RuleEdit", "in the last…")),
        (f"current:{Span.MONTH}", translate("RuleEdit", "this month")),
        (f"previous:{Span.MONTH}", translate("RuleEdit", "last month")),
        (f"current:{Span.SEASON}", translate("RuleEdit", "this season")),
        (f"previous:{Span.SEASON}", translate("RuleEdit", "last season")),
        (f"current:{Span.YEAR}", translate("RuleEdit", "this year")),
        (f"previous:{Span.YEAR}", translate("RuleEdit", "last year")),
        (_SEASON, translate("RuleEdit", "season…")),
        (_BETWEEN, translate("RuleEdit", "between days…")),
    ]
