"""What stands of what is known of a customer and what a row says."""

from datetime import date

from ecrm_desktop.drafts.imports import OnMatch
from ecrm_desktop.services.imports.matched_customer import Part
from ecrm_desktop.services.imports.row_values import Key
from ecrm_desktop.services.imports.same_person import are_alike, is_nameless, same_words
from ecrm_desktop.values.consents import PlainAnswer, strictest
from ecrm_desktop.values.text import fold_compact


def changed_names(there: dict[str, str], said: dict[str, str], *, fills: bool) -> dict[str, str]:
    """Return the names to be changed: first and last name are one thing, however divided.

    Nobody gets another name, nor less of one, than they have.
    """
    first, last = said.get("first_name", ""), said.get("last_name", "")
    company = said.get("company_name", "")
    if not (first or last or company) or same_words(there, said) or not are_alike(there, said):
        return {}
    changes = {}
    if company and (
        not there["company_name"] or (not fills and _is_longer(company, there["company_name"]))
    ):
        changes["company_name"] = company
    if not (first or last):
        return changes
    if is_nameless(there) or not (there["first_name"] or there["last_name"]):
        return changes | {"first_name": first, "last_name": last}
    known = there["first_name"] + there["last_name"]
    if not fills and _is_longer(first + last, known):
        given = {"first_name": first, "last_name": last}
        return changes | {name: text for name, text in given.items() if text}
    if not there["first_name"]:
        family = fold_compact(there["last_name"])
        if first and fold_compact(last) == family:
            changes["first_name"] = first
        elif last and fold_compact(first) == family:
            changes["first_name"] = last
    return changes


def standing(table: str, stored: Key, new: Key, on_match: OnMatch) -> Key:
    """Return which stands: an agreement only takes a refusal back later, with proof, in updates."""
    updates = on_match is OnMatch.UPDATE_ALL
    if table != "customer_consents":
        return new if updates else stored
    file_says, known = (
        PlainAnswer(bool(granted), date.fromisoformat(str(day)) if day else None, str(source))
        for granted, day, source in (new, stored)
    )
    is_stricter = strictest([known, file_says]) is file_says
    return new if is_stricter and (updates or not file_says.granted) else stored


def make_main(phones: dict[Key, Part], main: Key) -> None:
    """Let one phone be the main one, and no other."""
    for key, row in phones.items():
        label, is_primary, position = row.values
        wanted = int(key == main)
        if is_primary != wanted:
            row.values = (label, wanted, position)


def _is_longer(one: str, other: str) -> bool:
    return len(fold_compact(one)) > len(fold_compact(other))
