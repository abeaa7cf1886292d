"""Whether a row and a customer with one phone or address may be one person, by their names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer
from ecrm_desktop.services.imports.row_values import RowValues, are_unlike, name_key
from ecrm_desktop.values.person_names import whose_they_are, words_of_company, words_of_name
from ecrm_desktop.values.statuses import Gender

_SURE: Final = frozenset({MatchBy.CODE, MatchBy.NATIONAL_ID})
"""What only one person has: there, names of two alphabets or one family name are no doubt."""

_TELLING: Final = ("company_name", "national_id", "email")
_MAN_AND_WOMAN: Final = {Gender.MALE.value, Gender.FEMALE.value}


def chosen(
    way: MatchBy, found: Sequence[MatchedCustomer], row_values: RowValues
) -> MatchedCustomer | None:
    """Return who of those found by a key the row is about: of the same name before a like one."""
    wanted = "".join(row_values.name_key) if len(found) > 1 else ""
    if wanted:
        for one in found:
            is_namesake = "".join(name_key(one.values)) == wanted
            if is_namesake and (way in _SURE or not _contradict(one.values, row_values.values)):
                return one
    for one in found:
        if may_be(way, one, row_values):
            return one
    return None


def _contradict(there: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Tell whether something beside the names is that of two people."""
    ids = {there.get("national_id", ""), said.get("national_id", "")} - {""}
    return len(ids) > 1 or not _may_share_gender(there, said)


def has_more_in_common(customer: MatchedCustomer, row_values: RowValues) -> bool:
    """Tell whether a row with somebody's code says more that is theirs, whatever the name."""
    phones = customer.parts.get("customer_phones", {})
    return any(
        row_values.values.get(name) == customer.values[name] != "" for name in _TELLING
    ) or any((number,) in phones for number in row_values.numbers)


def may_be(way: MatchBy, customer: MatchedCustomer, row_values: RowValues) -> bool:
    """Tell whether a row that names a customer's key in this `way` is about them by its name.

    Without a name a phone is not enough if each has an address and it is not the same.
    """
    there, said = customer.values, row_values.values
    if way in _SURE:
        return same_words(there, said) or not are_unlike(there, said)
    if _contradict(there, said):
        return False
    if way is MatchBy.PHONE and (is_nameless(there) or is_nameless(said)):
        one, other = there["email"], said.get("email", "")
        return not (one and other) or one == other
    return are_alike(there, said)


def are_alike(there: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Tell whether two names are written forms of one.

    That is: any order, division and titles, a part of the name alone, initials. Who has no name may
    have any. Not so man and woman, a person's relative, and a company with a word of their name.
    """
    if not _may_share_gender(there, said):
        return False
    if same_words(there, said) or is_nameless(there) or is_nameless(said):
        return True
    person, other_person = _person(there), _person(said)
    company, other_company = _company(there), _company(said)
    if person and other_person:
        return _whose(there) == _whose(said) and _are_forms(person, other_person)
    if company and other_company:
        return _are_forms(company, other_company)
    if (there if person else said).get("gender") or _whose(there) != _whose(said):
        return False
    return _same_rotated(*(words_of_name(*_name(one)) for one in (there, said)))


def _may_share_gender(there: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Tell whether nothing makes one a man and the other a woman.

    A gender that only one of them has says something where they have no more than the family name
    in common. To the letter the same first and family name are one person, whose gender was wrong.
    """
    (first, last, _), (other_first, other_last, _) = _name(there), _name(said)
    if first and last and (first, last) == (other_first, other_last):
        return True
    one, other = (values.get("gender", "") for values in (there, said))
    if {one, other} == _MAN_AND_WOMAN:
        return False
    if one == other or not (_person(there) and _person(said)) or bool(first) == bool(other_first):
        return True
    lone = words_of_name(other_last if first else last)
    return any(word in lone for word in words_of_name(first or other_first))


def _whose(values: Mapping[str, str]) -> frozenset[str]:
    return whose_they_are(*_name(values)[:2])


def same_words(there: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Tell whether two names are the same to the letter."""
    first, last, company = _name(there)
    return bool(first or last or company) and (first, last, company) == _name(said)


def _name(values: Mapping[str, str]) -> tuple[str, str, str]:
    get = values.get
    return get("first_name", ""), get("last_name", ""), get("company_name", "")


def is_nameless(values: Mapping[str, str]) -> bool:
    """Tell whether somebody is called by a phone or address only."""
    return not _person(values) and not _company(values)


def _person(values: Mapping[str, str]) -> list[str]:
    first, last = values.get("first_name", ""), values.get("last_name", "")
    if not first and (not last or last == values.get("email") or not _has_letters(last)):
        return []
    return words_of_name(first, last)


def _company(values: Mapping[str, str]) -> list[str]:
    return words_of_company(values.get("company_name", ""))


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _are_forms(one: Sequence[str], other: Sequence[str]) -> bool:
    if _same_rotated(one, other):
        return True
    return any(_is_part(*sorted((a, b), key=len)) for a in _divided(one) for b in _divided(other))


def _same_rotated(one: Sequence[str], other: Sequence[str]) -> bool:
    wanted = "".join(other)
    return any("".join((*one[at:], *one[:at])) == wanted for at in range(len(one)))


def _divided(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the words, and with any two neighbours as one: حسن زاده is حسنزاده."""
    yield words
    for at in range(len(words) - 1):
        yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])


def _is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Tell whether each word of one is in the other, or is the first letter of one that is left."""
    left = list(longer)
    initials = []
    for word in shorter:
        if word in left:
            left.remove(word)
        else:
            initials.append(word)
    full = len(shorter) - len(initials)
    for word in initials:
        same = next((one for one in left if _are_initial(word, one)), None)
        if same is None:
            return False
        left.remove(same)
    return full > 0


def _are_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
