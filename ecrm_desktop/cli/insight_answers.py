"""What `ecrm insight` answers: sentences and tables, or JSON. Loads numpy."""

from collections.abc import Iterable
from dataclasses import astuple
from math import log
from typing import Any
from uuid import UUID

from ecrm_desktop.analysis.cohorts import Worth
from ecrm_desktop.cli.insight import Asked
from ecrm_desktop.cli.output import give_json, say, say_row
from ecrm_desktop.i18n import translate
from ecrm_desktop.insight import sentences
from ecrm_desktop.insight.cohorts import CohortRow, CohortTable, cohort_table
from ecrm_desktop.insight.customer_value import Comparison, CustomerValue, reckon_value
from ecrm_desktop.insight.sales_forecast import MonthAhead, predict_sales
from ecrm_desktop.insight.standing import (
    Dormancy,
    RfmTable,
    concentration,
    find_dormant,
    rfm_table,
)
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.values.display import Display


def answer_rfm(asked: Asked) -> None:
    """Tell the cells of all customers."""
    table, display = rfm_table(asked.reading), asked.shop.display
    said = sentences.rfm_sentences(table, display)
    if asked.as_json:
        give_json({"until": str(asked.until), "says": said, **_rfm_json(table)})
        return
    _say(said)
    for one in table.cells:
        if one.people:
            money = display.money_with_unit(one.money)
            say_row((label(one.cell), display.number(one.people), money))


def answer_pareto(asked: Asked) -> None:
    """Tell how few customers bring most of the money."""
    found = concentration(asked.reading)
    said = sentences.pareto_sentences(found, asked.shop.display)
    if not asked.as_json:
        _say(said)
        return
    figures = None if found is None else {
        "customers": found.people,
        "total": found.total,
        "fewest": found.fewest,
        "fewest_share": found.fewest_share,
        "fewest_from": found.fewest_from,
        "top": found.top,
        "top_from": found.top_from,
        "top_share": found.top_share,
    }  # fmt: skip
    give_json({"until": str(asked.until), "says": said, "pareto": figures})


def answer_dormant(asked: Asked, limit: int) -> None:
    """Tell who stays away."""
    found, display = find_dormant(asked.reading, limit), asked.shop.display
    said = sentences.dormancy_sentences(found, display)
    people = {
        row.id: row
        for row in customer_rows(asked.session, [one.customer_id for one in found.missed])
    }
    if asked.as_json:
        give_json({"until": str(asked.until), "says": said, **_dormant_json(found, people)})
        return
    _say(said)
    for state, count in found.states.items():
        if count:
            say_row((label(state), display.number(count)))
    for one in found.missed:
        row = people[one.customer_id]
        stake = translate("Insight", "{money} at stake", money=rough_money(one.loss, display))
        say_row((row.code, row.name, sentences.missed_sentence(one, display), stake))


def answer_cohorts(asked: Asked, months: int, *, seasons: bool) -> None:
    """Tell what customers of one time and channel were worth."""
    table = cohort_table(asked.reading, months, by_season=seasons)
    display = asked.shop.display
    said = sentences.cohort_sentences(table, display)
    if asked.as_json:
        give_json(
            {
                "until": str(asked.until),
                "says": said,
                "by": "season" if seasons else "month",
                "prices": table.prices,
                "cohorts": [_cohort_json(row) for row in table.rows],
            }
        )
        return
    _say(said)
    for row in table.rows:
        say_row(_cohort_cells(row, table, display))


def answer_clv(asked: Asked, *, with_prior: bool) -> None:
    """Tell how often customers will come, and for how much."""
    value = reckon_value(asked.reading, asked.shop.today, with_prior=with_prior)
    display = asked.shop.display
    said = sentences.value_sentences(value, display)
    if asked.as_json:
        give_json(
            {
                "until": str(asked.until),
                "says": said,
                **_value_json(value, 10**display.currency.exponent),
            }
        )
        return
    _say(said)
    for one in value.comparisons:
        if one.people:
            say(_compared(one, value, display))


def answer_forecast(asked: Asked, months: int) -> None:
    """Tell what the months to come will bring."""
    found, display = predict_sales(asked.session, asked.until, months), asked.shop.display
    said = sentences.forecast_sentences(found, display)
    if asked.as_json:
        grade = found.grade
        give_json(
            {
                "until": str(asked.until),
                "says": said,
                "kind": found.kind.value,
                "past_months": found.past,
                "so_far": found.so_far,
                "ramadan": found.ramadan,
                "grade": grade
                and {
                    "months": grade.months,
                    "error": grade.error,
                    "error_of_last_year": grade.error_of_last_year,
                    "inside": grade.inside,
                },
                "months": [_month_json(one) for one in found.months],
            }
        )
        return
    _say(said)
    for one in found.months:
        if one.expected is not None:
            say_row(_month_cells(one, display))


def _say(said: Iterable[str]) -> None:
    for sentence in said:
        say(sentence)


def _rfm_json(table: RfmTable) -> dict[str, Any]:
    return {
        "customers": table.people,
        "total": table.money,
        "later": table.later,
        "cuts": {
            "recency": [str(day) for day in table.recency_cuts],
            "frequency": list(table.frequency_cuts),
            "money": list(table.money_cuts),
        },
        "cells": [
            {
                "cell": one.cell.value,
                "name": label(one.cell),
                "customers": one.people,
                "total": one.money,
            }
            for one in table.cells
        ],
    }


def _dormant_json(found: Dormancy, people: dict[UUID, CustomerRow]) -> dict[str, Any]:
    return {
        "customers": found.people,
        "later": found.later,
        "rule": found.choice.rule.value,
        "tried": [
            {
                "rule": one.rule.value,
                "days": one.days,
                "customers": one.people,
                "named": one.named,
                "stayed_away": one.stayed_away,
                "gone": one.gone,
                "hit_rate": one.hit_rate,
            }
            for one in found.choice.verdicts
        ],
        "states": {state.value: count for state, count in found.states.items()},
        "worth_calling": found.worth_calling,
        "at_stake": found.at_stake,
        "missed": [
            {
                "code": people[one.customer_id].code,
                "name": people[one.customer_id].name,
                "last": str(one.last),
                "visits": one.visits,
                "gap": one.gap or None,
                "silence": one.silence,
                "state": one.state.value,
                "loss": one.loss,
            }
            for one in found.missed
        ],
    }


def _value_json(value: CustomerValue, minor_units: int) -> dict[str, Any]:
    coming, spend = value.coming, value.spend
    parameters = coming and dict(
        zip(("r", "alpha", "a", "b"), astuple(coming.parameters), strict=True)
    )
    return {
        "customers": value.people,
        "came_again": value.came_again,
        "later": value.later,
        "parameters": parameters,
        "log_likelihood": coming and coming.log_likelihood,
        "converged": coming and coming.is_reached,
        "gamma_gamma": spend
        and {
            "p": spend.parameters.p,
            "q": spend.parameters.q,
            "v": spend.parameters.v / minor_units,
            # That of the main unit's density, as others publish it.
            "log_likelihood": spend.log_likelihood + spend.people * log(minor_units),
            "customers": spend.people,
            "converged": spend.is_reached,
        },
        "mean_spend": value.mean_spend / minor_units,
        "next_year": {"visits": value.purchases, "money": value.money / minor_units},
        "conditional": [
            {
                "x": "7+" if one is value.comparisons[-1] else one.repeats,
                "n": one.people,
                "expected": one.expected,
                "actual": one.actual,
            }
            for one in value.comparisons
        ],
    }


def _compared(one: Comparison, value: CustomerValue, display: Display) -> str:
    told = {
        "people": display.number(one.people),
        "times": display.number(one.repeats + 1),
        "expected": display.number(round(one.expected, 2)),
        "actual": display.number(round(one.actual or 0, 2)),
    }
    is_last = one is value.comparisons[-1]
    if is_last and one.actual is None:
        return translate(
            "Insight",
            "{people} who came {times} times or more: {expected} visits of each are expected in "
            "the 39 weeks after.",
            **told,
        )
    if is_last:
        return translate(
            "Insight",
            "{people} who had come {times} times or more: {expected} visits of each were expected "
            "in the 39 weeks after; there were {actual}.",
            **told,
        )
    if one.actual is None:
        return translate(
            "Insight",
            "{people} who came {times} times: {expected} visits of each are expected in the 39 "
            "weeks after.",
            **told,
        )
    return translate(
        "Insight",
        "{people} who had come {times} times: {expected} visits of each were expected in the 39 "
        "weeks after; there were {actual}.",
        **told,
    )


def _cohort_json(row: CohortRow) -> dict[str, Any]:
    return {
        "year": row.year,
        "month": row.month,
        "channel": None if row.channel is None else row.channel.value,
        "customers": row.nominal.people,
        "came_again": row.nominal.came_again,
        "registered_only": row.nominal.registered,
        "worth": [
            {
                "months": one.months,
                "money": one.money,
                "real_money": real.money,
                "finished": one.is_finished,
            }
            for one, real in zip(row.nominal.worth, row.real.worth, strict=True)
        ],
    }


def _cohort_cells(row: CohortRow, table: CohortTable, display: Display) -> list[str]:
    unknown = translate("Insight", "unknown channel")
    return [
        sentences.cohort_text(row, table, display),
        unknown if row.channel is None else label(row.channel),
        translate("Insight", "{count} bought", count=display.number(row.nominal.people)),
        translate(
            "Insight", "{count} only registered", count=display.number(row.nominal.registered)
        ),
        *(_worth_text(one, display) for one in row.nominal.worth),
    ]


def _worth_text(one: Worth, display: Display) -> str:
    told = {"months": display.number(one.months), "money": display.money_with_unit(one.money)}
    if one.is_finished:
        return translate("Insight", "{months} months: {money}", **told)
    return translate("Insight", "{months} months: {money} (not over yet)", **told)


def _month_json(one: MonthAhead) -> dict[str, Any]:
    return {
        "year": one.year,
        "month": one.month,
        "expected": one.expected,
        "low": one.low,
        "high": one.high,
        "last_year": one.last_year,
    }


def _month_cells(one: MonthAhead, display: Display) -> list[str]:
    cells = [
        sentences.month_text(one, display),
        rough_money(one.expected or 0, display),
        translate(
            "Insight",
            "between {low} and {high}",
            low=rough_money(one.low, display),
            high=rough_money(one.high, display),
        ),
    ]
    if one.last_year is not None:
        cells.append(
            translate(
                "Insight",
                "the same month last year: {money}",
                money=display.money_with_unit(one.last_year),
            )
        )
    return cells
