"""A condition on what was bought: how much of which goods, and when."""

from collections.abc import Mapping
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_choices import SegmentChoices
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.segment_words import season_name
from ecrm_desktop.ui.segments.lines_field import LinesField
from ecrm_desktop.ui.segments.many_choice import ManyChoice
from ecrm_desktop.ui.segments.range_edit import RangeEdit
from ecrm_desktop.ui.segments.window_edit import WindowEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.segment_rule import Bought, Goods, Measure
from ecrm_desktop.values.statuses import PurchaseChannel
from ecrm_desktop.values.text import fold_compact
from ecrm_desktop.values.time_windows import Season


class BoughtEdit(LinesField[Bought]):
    """The measure and its range, the window, and which goods are meant."""

    def __init__(self, ui: UiContext, choices: SegmentChoices) -> None:
        self._products_by_id = choices.products
        self._measure: Choice[Measure] = Choice(
            [
                (Measure.COUNT, translate("RuleEdit", "number of purchases")),
                (Measure.SUM, translate("RuleEdit", "total")),
                (Measure.DAYS, translate("RuleEdit", "days with a purchase")),
                (Measure.RECENCY, translate("RuleEdit", "days since the last one")),
                (Measure.SHARE, translate("RuleEdit", "share of their money (%)")),
                (Measure.COUNT_SHARE, translate("RuleEdit", "share of their purchases (%)")),
            ]
        )
        self._number = RangeEdit(ui.display)
        self._money = RangeEdit(ui.display, money=True)
        self._window = WindowEdit(ui.display, ui.today)
        self._products = TagsEdit(
            choices.products.values, placeholder=translate("RuleEdit", "any product")
        )
        self._brands = TagsEdit(
            lambda: choices.brands, placeholder=translate("RuleEdit", "any brand")
        )
        self._categories = TagsEdit(
            lambda: choices.categories, placeholder=translate("RuleEdit", "any category")
        )
        self._channels = ManyChoice(
            [(str(one), label(one)) for one in PurchaseChannel],
            nothing=translate("RuleEdit", "any way of buying"),
        )
        self._season: Choice[Season | None] = Choice(
            [
                (None, translate("RuleEdit", "any season")),
                *((one, season_name(one)) for one in Season),
            ]
        )
        self._discounted = Tick(translate("RuleEdit", "with discount"))
        super().__init__(
            [
                {
                    "measure": (self._measure, 3),
                    "number": (self._number, 3),
                    "money": (self._money, 3),
                },
                {"window": (self._window, 1)},
                {
                    "products": (self._products, 1),
                    "brands": (self._brands, 1),
                    "categories": (self._categories, 1),
                },
                {
                    "channels": (self._channels, 1),
                    "season": (self._season, 1),
                    "discounted": (self._discounted, 1),
                },
            ],
            main="measure",
        )
        self.fit()

    def value(self) -> Bought:
        """Return the condition; InvalidInput as its parts and `Bought` raise it.

        CHOICE_WRONG for a product that is not there.
        """
        is_money = self._measure.value() is Measure.SUM
        return Bought(
            self._measure.value(),
            (self._money if is_money else self._number).value(),
            Goods(
                products=_ids(self._products.value(), self._products_by_id),
                brands=self._brands.value(),
                categories=self._categories.value(),
                channels=tuple(PurchaseChannel(one) for one in self._channels.value()),
                discounted=self._discounted.value(),
                season=self._season.value(),
            ),
            self._window.value(),
        )

    def set_value(self, value: Bought) -> None:
        """Show a condition."""
        goods = value.goods
        self._measure.set_value(value.measure)
        (self._money if value.measure is Measure.SUM else self._number).set_value(value.range)
        self._window.set_value(value.window)
        self._products.set_value([self._products_by_id.get(one, "") for one in goods.products])
        self._brands.set_value(goods.brands)
        self._categories.set_value(goods.categories)
        self._channels.set_value([str(one) for one in goods.channels])
        self._season.set_value(goods.season)
        self._discounted.set_value(goods.discounted)
        self.fit()

    def fit(self) -> None:
        """Ask for an amount where money is measured."""
        self._money.setVisible(self._measure.value() is Measure.SUM)
        self._number.setVisible(self._measure.value() is not Measure.SUM)


def _ids(names: tuple[str, ...], known: Mapping[UUID, str]) -> tuple[UUID, ...]:
    by_name = {fold_compact(name): product_id for product_id, name in known.items()}
    if any(fold_compact(name) not in by_name for name in names):
        raise InvalidInput(Problem.CHOICE_WRONG)
    return tuple(by_name[fold_compact(name)] for name in names)
