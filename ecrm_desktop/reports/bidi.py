"""Which way each letter of a line runs: the Unicode bidirectional algorithm (UAX 9).

python-bidi's own levels stop with an AssertionError at the isolates around our phone numbers and
know no bracket pairs, and its faster half returns no levels, so the rules stand here as patterns
over one letter per bidi class. Embeddings and overrides are passed over: stored text has none.
"""

import re
import unicodedata
from collections.abc import Sequence

ISOLATES = re.compile("[\u2066-\u2069]")

_MAX_DEPTH = 125
_OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_OPENING.values())
_CODES = {
    "L": "L",
    "R": "R",
    "AL": "A",
    "EN": "E",
    "AN": "N",
    "ES": "s",
    "ET": "t",
    "CS": "c",
    "NSM": "m",
    "LRI": "<",
    "RLI": ">",
    "FSI": "?",
    "PDI": "|",
    **dict.fromkeys(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"), "b"),
}


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        found = _CODES.get(unicodedata.bidirectional(chr(code)) or "L", "o")
        self[code] = found
        return found


_CLASSES = _Classes()
_ALL_RTL = re.compile("[RAmbo]*")
_ALL_LTR = re.compile("[LEstcbmo]*")

_W1 = re.compile("(.)(m+)")
_W2 = re.compile("A[^LRA]*")
_W4_EUROPEAN = re.compile("(?<=E)[sc](?=E)")
_W4_ARABIC = re.compile("(?<=N)c(?=N)")
_W5 = re.compile("t*E[tE]*")
_W6 = str.maketrans("sct<>?|", "ooooooo")
_W7 = re.compile("L[^LR]*")
_N1_LEFT = re.compile("(?<=L)o+(?=L)")
_N1_RIGHT = re.compile("(?<=[REN])o+(?=[REN])")
_RAISED = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"R": 0, "L": 1, "E": 1, "N": 1})


def is_neutral(character: str) -> bool:
    """Return whether a character takes its direction from its neighbours."""
    return character.translate(_CLASSES) not in "LRAEN"


def levels(text: str, base: int) -> Sequence[int]:
    """Return the embedding level of each character of one paragraph: odd runs right to left.

    `base` is the paragraph's own level: 1 for right to left, 0 for left to right. Rule L1 (spaces
    at the end of a line) is left to whoever breaks the lines.
    """
    classes = text.translate(_CLASSES)
    if (_ALL_RTL if base else _ALL_LTR).fullmatch(classes):
        return [base] * len(text)
    found = [-1] * len(text)
    _embed(text, classes, [i for i, c in enumerate(classes) if c != "b"], base, found)
    previous = base
    for place, level in enumerate(found):
        if level < 0:
            found[place] = previous  # so that a ZWNJ stays in its word
        previous = found[place]
    return found


def _embed(text: str, classes: str, places: list[int], level: int, found: list[int]) -> None:
    """Resolve `places` at `level`, each isolate inside them on its own (BD9, X5a to X6a)."""
    outside = []
    at = 0
    while at < len(places):
        place = places[at]
        outside.append(place)
        at += 1
        kind = classes[place]
        if kind in "<>?":
            end = _matching(classes, places, at)
            inside = places[at:end]
            if kind == "?":
                kind = ">" if _first_strong_is_rtl(classes, inside) else "<"
            inner = level + 2 - level % 2 if kind == "<" else level + 1 + level % 2
            if inner <= _MAX_DEPTH:
                _embed(text, classes, inside, inner, found)
                at = end
    resolved = _resolve("".join(classes[p] for p in outside), [text[p] for p in outside], level)
    for place, value in zip(outside, resolved, strict=True):
        found[place] = value


def _matching(classes: str, places: list[int], start: int) -> int:
    depth = 1
    for at in range(start, len(places)):
        kind = classes[places[at]]
        depth += (kind in "<>?") - (kind == "|")
        if not depth:
            return at
    return len(places)


def _first_strong_is_rtl(classes: str, places: list[int]) -> bool:
    depth = 0
    for place in places:
        kind = classes[place]
        depth += (kind in "<>?") - (kind == "|")
        if depth <= 0 and kind in "LRA":
            return kind != "L"
    return False


def _resolve(classes: str, characters: list[str], level: int) -> list[int]:
    """Apply W1 to W7, N0 to N2, I1 and I2 to one isolating run sequence."""
    own = "R" if level % 2 else "L"
    types = own + classes.translate(_ISOLATE_AS_NEUTRAL)  # the first letter is sos
    # A search for what is not there takes longer than all the rest.
    if "m" in types:
        types = _W1.sub(lambda m: m[1] * len(m[0]), types)
    if "A" in types:
        types = _W2.sub(lambda m: m[0].replace("E", "N"), types).replace("A", "R")
    if "c" in types or "s" in types:
        types = _W4_ARABIC.sub("N", _W4_EUROPEAN.sub("E", types))
    if "t" in types:
        types = _W5.sub(lambda m: "E" * len(m[0]), types)
    types = types.translate(_W6)
    if "L" in types and "E" in types:
        types = _W7.sub(lambda m: m[0].replace("E", "L"), types)
    if "(" in characters or "[" in characters or "{" in characters:
        types = _pair_brackets(types, classes, characters, own)
    types += own  # eos
    if "o" in types:
        types = _N1_LEFT.sub(lambda m: "L" * len(m[0]), types)
        types = _N1_RIGHT.sub(lambda m: "R" * len(m[0]), types).replace("o", own)
    raised = _RAISED[level % 2]
    return [level + raised[t] for t in types[1:-1]]


_ISOLATE_AS_NEUTRAL = str.maketrans("<>?|", "oooo")


def _pair_brackets(types: str, classes: str, characters: list[str], own: str) -> str:
    """Give both brackets of a pair one direction (N0); `types` begins with sos."""
    strong = [{"E": "R", "N": "R"}.get(t, t) for t in types]
    result = list(types)
    other = "L" if own == "R" else "R"
    for opening, closing in _pairs(types, characters):
        inside = strong[opening + 1 : closing]
        if own in inside:
            direction = own
        elif other in inside:
            before = next(s for s in reversed(strong[:opening]) if s in "LR")
            direction = before
        else:
            continue
        for bracket in (opening, closing):
            end = bracket + 1
            while end <= len(classes) and classes[end - 1] == "m":
                end += 1
            for place in range(bracket, end):
                result[place] = strong[place] = direction
    return "".join(result)


def _pairs(types: str, characters: list[str]) -> list[tuple[int, int]]:
    """Return the places of the bracket pairs in `types`, by their openings (BD16)."""
    waiting: list[tuple[str, int]] = []
    found = []
    for place, character in enumerate(characters, 1):
        if types[place] != "o":
            continue
        if character in _OPENING:
            waiting.append((_OPENING[character], place))
        elif character in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    found.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(found)
