"""Rules of segments that cannot be taken, and segments that cannot be made out."""

from collections.abc import Mapping

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts.sentence import Sentence


def _at(sentence: str, details: dict[str, str]) -> str:
    if not details.get("place"):
        return sentence
    return translate("Errors", "At {place} in the rule: {sentence}", **details, sentence=sentence)


SENTENCES: Mapping[Problem, Sentence] = {
    Problem.RULE_NO_JSON: lambda _: translate(
        "Errors", "This is no rule of a group, for it is no JSON. Nothing was saved."
    ),
    Problem.RULE_WORD_UNKNOWN: lambda d: _at(
        translate("Errors", "the word {word} is unknown. Nothing was saved; correct it.", **d), d
    ),
    Problem.RULE_PART_MISSING: lambda d: _at(
        translate("Errors", "{word} is missing. Nothing was saved; add it.", **d), d
    ),
    Problem.RULE_VALUE_WRONG: lambda d: _at(
        translate("Errors", "this value cannot stand here. Nothing was saved; correct it."), d
    ),
    Problem.RULE_TEST_WRONG: lambda d: _at(
        translate(
            "Errors", "{word} cannot be asked in this way. Nothing was saved; ask otherwise.", **d
        ),
        d,
    ),
    Problem.RULE_RANGE_WRONG: lambda d: _at(
        translate(
            "Errors", "the range needs a beginning or an end, in this order. Nothing was saved."
        ),
        d,
    ),
    Problem.RULE_WINDOW_WRONG: lambda d: _at(
        translate(
            "Errors", "there are no such days. Nothing was saved; choose another stretch of time."
        ),
        d,
    ),
    Problem.RULE_TOO_LARGE: lambda _: translate(
        "Errors",
        "This rule has too many conditions or levels. Nothing was saved; make two groups of it.",
    ),
    Problem.RULE_TOO_NEW: lambda _: translate(
        "Errors",
        "This group has conditions of a newer version of the program, so nobody knows here who "
        "is in it. Nothing is lost; update the program.",
    ),
    Problem.SEGMENT_CYCLE: lambda d: translate(
        "Errors",
        "The group {name} would depend on itself, so nothing was saved. Take one of the two out "
        "of the other's rule.",
        **d,
    ),
    Problem.SEGMENT_MISSING: lambda _: translate(
        "Errors",
        "The rule names a group that is not there any more, so nobody knows who is in it. "
        "Change the rule, or take that group back out of the bin.",
    ),
    Problem.SEGMENT_TAKEN: lambda d: translate(
        "Errors",
        "There is a group called {name} already, so nothing was saved. Choose another name.",
        **d,
    ),
}
