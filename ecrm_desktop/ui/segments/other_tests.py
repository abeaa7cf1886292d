"""Conditions on tags, the shop's own fields, other groups, the best customers and the search."""

from uuid import UUID

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import FieldRow
from ecrm_desktop.queries.segment_choices import SegmentChoices
from ecrm_desktop.ui.segments.lines_field import LinesField
from ecrm_desktop.ui.segments.many_choice import ManyChoice
from ecrm_desktop.ui.segments.range_edit import DecimalRangeEdit
from ecrm_desktop.ui.segments.window_edit import WindowEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.segment_rule import (
    PERCENT,
    Best,
    BestBy,
    Filled,
    Found,
    InSegment,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Tagged,
    Within,
)
from ecrm_desktop.values.statuses import FieldKind

_FIFTH = 20


class TagTest(LinesField[Tagged]):
    """One tag, or any."""

    def __init__(self, choices: SegmentChoices) -> None:
        self._tags = list(choices.tags)
        self._tag: Choice[str | None] = Choice([])
        self._offer()
        super().__init__([{"tag": (self._tag, 1)}], main="tag")

    def value(self) -> Tagged:
        """Return the condition."""
        return Tagged(self._tag.value())

    def set_value(self, value: Tagged) -> None:
        """Show a condition; a tag that nobody has now is offered too."""
        if value.tag is not None and value.tag not in self._tags:
            self._tags.append(value.tag)
            self._offer()
        self._tag.set_value(value.tag)

    def _offer(self) -> None:
        self._tag.set_options(
            [*((one, one) for one in self._tags), (None, translate("RuleEdit", "any tag"))]
        )


class OwnFieldTest(LinesField[OwnFieldIs]):
    """A field of the shop's own: its words, numbers or days, or that it is filled in."""

    def __init__(self, field: FieldRow, ui: UiContext) -> None:
        self._field = field
        self._is_filled: Choice[bool] = Choice(
            [
                (False, translate("RuleEdit", "is")),
                (True, translate("RuleEdit", "is known")),
            ]
        )
        self._words: ManyChoice | TagsEdit = (
            ManyChoice([(one, one) for one in field.choices])
            if field.kind is FieldKind.CHOICE
            else TagsEdit(placeholder=translate("RuleEdit", "one or several"))
        )
        self._numbers = DecimalRangeEdit(ui.display)
        self._days = WindowEdit(ui.display, ui.today)
        self._asked: Field[object] = {  # type: ignore[assignment] # each of another value
            FieldKind.NUMBER: self._numbers,
            FieldKind.DATE: self._days,
        }.get(field.kind, self._words)
        super().__init__(
            [
                {
                    "filled": (self._is_filled, 1),
                    "words": (self._words, 2),
                    "numbers": (self._numbers, 2),
                    "days": (self._days, 3),
                }
            ],
            main="filled",
        )
        self.fit()

    def value(self) -> OwnFieldIs:
        """Return the condition; InvalidInput as its parts raise it."""
        test: OneOf | Filled | NumberRange | Within
        if self._is_filled.value():
            test = Filled()
        elif self._field.kind is FieldKind.NUMBER:
            test = self._numbers.value()
        elif self._field.kind is FieldKind.DATE:
            test = Within(self._days.value())
        else:
            test = OneOf(self._words.value())
        return OwnFieldIs(self._field.id, test)

    def set_value(self, value: OwnFieldIs) -> None:
        """Show a condition on the same field."""
        self._is_filled.set_value(isinstance(value.test, Filled))
        match value.test:
            case OneOf(values):
                self._words.set_value(values)
            case NumberRange():
                self._numbers.set_value(value.test)
            case Within(window):
                self._days.set_value(window)
        self.fit()

    def fit(self) -> None:
        """Ask for what the field holds."""
        for one in (self._words, self._numbers, self._days):
            one.setVisible(one is self._asked and not self._is_filled.value())


class SegmentTest(LinesField[InSegment]):
    """Another group."""

    def __init__(self, choices: SegmentChoices, own_id: UUID | None) -> None:
        self._segment: Choice[UUID | None] = Choice(
            [(one.id, one.name) for one in choices.segments if one.id != own_id]
            or [(None, translate("RuleEdit", "there is no other group"))]
        )
        super().__init__([{"segment": (self._segment, 1)}], main="segment")

    def value(self) -> InSegment:
        """Return the condition."""
        return InSegment(self._segment.value() or UUID(int=0))

    def set_value(self, value: InSegment) -> None:
        """Show a condition; ValueError for a group that is gone."""
        self._segment.set_value(value.segment_id)


class FoundTest(LinesField[Found]):
    """What the search finds."""

    def __init__(self) -> None:
        self._text = TextEdit(placeholder=translate("RuleEdit", "a part of the name, a number…"))
        super().__init__([{"text": (self._text, 1)}], main="text")

    def value(self) -> Found:
        """Return the condition; InvalidInput TEXT_EMPTY."""
        return Found(self._text.value())

    def set_value(self, value: Found) -> None:
        """Show a condition."""
        self._text.set_value(value.text)


class BestTest(LinesField[Best]):
    """The best by money, in one of two ways of counting."""

    def __init__(self, ui: UiContext) -> None:
        self._by: Choice[BestBy] = Choice(
            [
                (BestBy.PEOPLE, translate("RuleEdit", "the best so many % of the buyers")),
                (
                    BestBy.MONEY,
                    translate("RuleEdit", "the fewest who bring so many % of the money"),
                ),
            ]
        )
        self._percent = NumberEdit(ui.display, limit=PERCENT, unit=translate("RuleEdit", "%"))
        self._percent.set_value(_FIFTH)
        super().__init__([{"by": (self._by, 3), "percent": (self._percent, 1)}], main="by")

    def value(self) -> Best:
        """Return the condition; InvalidInput RULE_RANGE_WRONG."""
        return Best(self._by.value(), self._percent.value() or 0)

    def set_value(self, value: Best) -> None:
        """Show a condition."""
        self._by.set_value(value.by)
        self._percent.set_value(value.percent)
