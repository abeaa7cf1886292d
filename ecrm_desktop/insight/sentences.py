"""What was found, in whole sentences for whoever runs the shop."""

from datetime import timedelta
from typing import Final

from ecrm_desktop.analysis.dormancy import Choice
from ecrm_desktop.analysis.pareto import Pareto
from ecrm_desktop.i18n import translate
from ecrm_desktop.insight.cohorts import CohortRow, CohortTable
from ecrm_desktop.insight.customer_value import CustomerValue
from ecrm_desktop.insight.group_forecast import GroupForecast
from ecrm_desktop.insight.months import MONTHS_OF_SEASON
from ecrm_desktop.insight.sales_forecast import MonthAhead, SalesForecast
from ecrm_desktop.insight.standing import Dormancy, Missed, RfmTable
from ecrm_desktop.insight.week_forecast import WeeksForecast
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.text.score_texts import rhythm_sentence
from ecrm_desktop.text.segment_words import season_name
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.findings import DormancyRule, ForecastKind
from ecrm_desktop.values.jalali import MONTH_NAMES
from ecrm_desktop.values.statuses import RfmCell
from ecrm_desktop.values.time_windows import Season

_SEASONS: Final = (Season.SPRING, Season.SUMMER, Season.AUTUMN, Season.WINTER)

_FEW: Final = 30
_HUNDRED: Final = 100
_ENOUGH_MONTHS: Final = 12


def value_sentences(value: CustomerValue, display: Display) -> list[str]:
    """Return what is expected of all customers."""
    if value.coming is None:
        return [_nobody(display.date(value.until)), *_left_out(value.later, display)]
    said = [
        translate(
            "Insight",
            "Until {day}, {people} customers bought, and {again} of them came again.",
            day=display.date(value.until),
            people=display.number(value.people),
            again=display.number(value.came_again),
        )
    ]
    if not value.came_again:
        said.append(
            translate(
                "Insight",
                "Nobody has come twice yet. What follows is how it goes in other shops, not what "
                "was seen here.",
            )
        )
    elif value.people < _FEW:
        said.append(
            translate("Insight", "With so few customers what follows is hardly more than a guess.")
        )
    said.append(
        translate(
            "Insight",
            "In the year after, they are expected to come about {visits} times and to bring about "
            "{money}.",
            visits=display.number(round(value.purchases)),
            money=rough_money(value.money, display),
        )
    )
    if value.mean_spend > 0:
        said.append(
            translate(
                "Insight",
                "One more purchase of one of them is worth {money} on average.",
                money=rough_money(value.mean_spend, display),
            )
        )
    return said + _left_out(value.later, display)


def rfm_sentences(table: RfmTable, display: Display) -> list[str]:
    """Return who the best ones are and what they bring; the cells stand in the table."""
    if not table.people:
        return [_nobody(display.date(table.until)), *_left_out(table.later, display)]
    best = next(one for one in table.cells if one.cell is RfmCell.CHAMPIONS)
    if best.people and table.money > 0 and best.money > 0:
        said = translate(
            "Insight",
            "Of {people} customers {best} are the best ones: they came lately, come often, and "
            "brought {share} of the money.",
            people=display.number(table.people),
            best=display.number(best.people),
            share=display.percent(best.money / table.money),
        )
    else:
        said = translate(
            "Insight",
            "{people} customers bought, and nobody among them stands out yet.",
            people=display.number(table.people),
        )
    return [said, *_left_out(table.later, display)]


def pareto_sentences(found: Pareto | None, display: Display) -> list[str]:
    """Return how few customers make most of the money."""
    if found is None:
        return [translate("Insight", "No customer has brought any money yet.")]
    return [
        translate(
            "Insight",
            "{fewest} of {people} customers ({share}) brought 80 percent of the money: each of "
            "them {least} or more.",
            fewest=display.number(found.fewest),
            people=display.number(found.people),
            share=display.percent(found.fewest_share),
            least=display.money_with_unit(found.fewest_from),
        ),
        translate(
            "Insight",
            "The best 20 percent, {top} customers, brought {share}.",
            top=display.number(found.top),
            share=display.percent(found.top_share),
        ),
    ]


def dormancy_sentences(found: Dormancy, display: Display) -> list[str]:
    """Return by which rule somebody is dormant, and how often that was right."""
    if not found.people:
        return [_nobody(display.date(found.until)), *_left_out(found.later, display)]
    return [
        _worth_calling(found, display),
        rule_sentence(found.choice.rule),
        hit_sentence(found.choice, display),
        *_left_out(found.later, display),
    ]


def _worth_calling(found: Dormancy, display: Display) -> str:
    if not found.worth_calling:
        return translate("Insight", "Nobody stays away with whom much would be lost.")
    return translate(
        "Insight",
        "{count} customers who stay away are worth a call; they would bring about {money} a year.",
        count=display.number(found.worth_calling),
        money=rough_money(found.at_stake, display),
    )


def rule_sentence(rule: DormancyRule) -> str:
    """Return who is dormant by a rule."""
    match rule:
        case DormancyRule.NINETY_DAYS:
            return translate("Insight", "Dormant is who has not bought for 90 days.")
        case DormancyRule.TWICE_OWN_GAP:
            return translate(
                "Insight",
                "Dormant is who has stayed away for twice as long as usual, or for 90 days where "
                "there is no usual yet.",
            )
        case DormancyRule.PROBABILITY:
            return translate(
                "Insight",
                "Dormant is who, going by how often they came, has more likely left than not; who "
                "came only once, after 90 days.",
            )


def hit_sentence(choice: Choice, display: Display) -> str:
    """Return what the shop's own past says of the rule."""
    verdict = choice.verdict
    if verdict is None:
        return translate(
            "Insight", "The shop is too young to try this rule on what happened in the past."
        )
    if not verdict.named:
        return translate(
            "Insight",
            "Tried {days} days ago, it would have named nobody.",
            days=display.number(verdict.days),
        )
    return translate(
        "Insight",
        "Tried {days} days ago: of every 100 it named, {hits} really did not come again.",
        days=display.number(verdict.days),
        hits=display.number(round(_HUNDRED * verdict.hit_rate)),
    )


def missed_sentence(one: Missed, display: Display) -> str:
    """Return how long a customer has stayed away, and how long they usually do."""
    until = one.last + timedelta(days=one.silence)
    return rhythm_sentence(one.gap or None, one.last, until, display)


def cohort_sentences(table: CohortTable, display: Display) -> list[str]:
    """Return what the table of cohorts shows."""
    if not table.rows:
        return [
            translate("Insight", "Nobody was entered and nobody began to buy in these months."),
            *_left_out(table.later, display),
        ]
    said = [
        translate(
            "Insight",
            "What customers brought within 6, 12 and 18 months of their first purchase, less what "
            "was given back.",
        )
    ]
    if table.prices is not None:
        said.append(
            translate(
                "Insight",
                "The shop's own prices are {times} times those of twelve months ago.",
                times=display.number(round(table.prices, 2)),
            )
        )
    return said + _left_out(table.later, display)


def forecast_sentences(found: SalesForecast, display: Display) -> list[str]:
    """Return how sure the forecast is, or why there is none; the months stand in the table."""
    match found.kind:
        case ForecastKind.NOTHING if found.past < _ENOUGH_MONTHS:
            return [
                translate(
                    "Insight",
                    "There are {past} whole months of sales. With fewer than 12 nobody can know "
                    "what the next ones bring.",
                    past=display.number(found.past),
                )
            ]
        case ForecastKind.NOTHING:
            return [translate("Insight", "Nothing was sold, so nothing can be said of the future.")]
        case ForecastKind.RANGE:
            return [
                translate(
                    "Insight",
                    "There are {past} whole months of sales. With fewer than 24 only a range is "
                    "honest: most months will lie between {low} and {high}.",
                    past=display.number(found.past),
                    low=rough_money(found.months[0].low, display),
                    high=rough_money(found.months[0].high, display),
                )
            ]
        case ForecastKind.FORECAST:
            return [*_this_month(found, display), *_grade(found, display)]


def week_sentences(found: WeeksForecast, display: Display) -> list[str]:
    """Return what the present week brings and how good that was a year ago."""
    if not found.weeks:
        return [
            translate(
                "Insight",
                "There are too few whole weeks of sales to say anything of the next ones.",
            )
        ]
    first, grade = found.weeks[0], found.grade
    said = [
        translate(
            "Insight",
            "This week most likely brings between {low} and {high}; so far it is {so_far}.",
            low=rough_money(first.low, display),
            high=rough_money(first.high, display),
            so_far=display.money_with_unit(found.so_far),
        )
    ]
    if grade is not None:
        said.append(
            translate(
                "Insight",
                "A year ago the forecast of the weeks would have been off by {error} of the sales; "
                "{inside} of {weeks} weeks fell into the range.",
                error=display.percent(round(grade.error, 2)),
                inside=display.number(grade.inside),
                weeks=display.number(grade.weeks),
            )
        )
    return said


def group_sentence(one: GroupForecast, display: Display) -> str:
    """Return what a brand or category will bring this month, or why that is not known."""
    if not one.months:
        return translate(
            "Insight",
            "“{name}”: there are {past} whole months of sales; nobody can know what the next ones "
            "bring.",
            name=one.name,
            past=display.number(one.past),
        )
    return translate(
        "Insight",
        "“{name}” ({share} of the sales): this month between {low} and {high}.",
        name=one.name,
        share=display.percent(round(one.share, 2)),
        low=rough_money(one.months[0].low, display),
        high=rough_money(one.months[0].high, display),
    )


def month_text(one: MonthAhead, display: Display) -> str:
    """Return the name and year of a Jalali month to come."""
    return month_of_year(one.year, one.month, display)


def month_of_year(year: int, month: int, display: Display) -> str:
    """Return the name and year of a Jalali month, 1 to 12."""
    name = MONTH_NAMES[display.language][month - 1]
    return translate("Insight", "{month} {year}", month=name, year=display.digits(str(year)))


def cohort_text(row: CohortRow, table: CohortTable, display: Display) -> str:
    """Return the month, or the season, and the Jalali year of a cohort."""
    if not table.has_seasons:
        return month_of_year(row.year, row.month, display)
    return season_text(row.year, (row.month - 1) // MONTHS_OF_SEASON + 1, display)


def season_text(year: int, season: int, display: Display) -> str:
    """Return the name and Jalali year of a season (1 spring … 4 winter)."""
    name = season_name(_SEASONS[season - 1])
    return translate("Insight", "{season} {year}", season=name, year=display.digits(str(year)))


def _this_month(found: SalesForecast, display: Display) -> list[str]:
    first = found.months[0]
    said = [
        translate(
            "Insight",
            "In {month} sales of about {expected} are expected; in eight of ten cases it is "
            "between {low} and {high}. So far it is {so_far}.",
            month=month_text(first, display),
            expected=rough_money(first.expected or 0, display),
            low=rough_money(first.low, display),
            high=rough_money(first.high, display),
            so_far=display.money_with_unit(found.so_far),
        )
    ]
    if found.ramadan > 1:
        said.append(
            translate(
                "Insight",
                "A month that lies in Ramadan brings about {share} more.",
                share=display.percent(round(found.ramadan - 1, 2)),
            )
        )
    elif found.ramadan < 1:
        said.append(
            translate(
                "Insight",
                "A month that lies in Ramadan brings about {share} less.",
                share=display.percent(round(1 - found.ramadan, 2)),
            )
        )
    return said


def _grade(found: SalesForecast, display: Display) -> list[str]:
    grade = found.grade
    if grade is None:
        return [
            translate(
                "Insight",
                "How good such a forecast is in this shop can only be told from three years of "
                "sales on.",
            )
        ]
    return [
        translate(
            "Insight",
            "A year ago it would have been off by {error} of the sales; to expect the same as the "
            "year before, by {naive}. {inside} of {months} months fell into the range.",
            error=display.percent(round(grade.error, 2)),
            naive=display.percent(round(grade.error_of_last_year, 2)),
            inside=display.number(grade.inside),
            months=display.number(grade.months),
        )
    ]


def _nobody(day: str) -> str:
    return translate(
        "Insight",
        "Until {day} no customer bought anything, so nothing can be said about them.",
        day=day,
    )


def _left_out(later: int, display: Display) -> list[str]:
    if not later:
        return []
    return [
        translate(
            "Insight",
            "{count} purchases are dated later and were left out.",
            count=display.number(later),
        )
    ]
