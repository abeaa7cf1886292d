"""Whole numbers in words, because a missing zero is seen there at once."""

_FA_UNITS = (
    "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده",
    "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_FA_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_FA_HUNDREDS = ("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_FA_SCALES = ("", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون")
_EN_UNITS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = (
    "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion",
)  # fmt: skip
_THOUSAND = 1000
_HUNDRED = 100
_TWENTY = 20


def in_words(number: int, language: str) -> str:
    """Return a whole number below 10^21 in words of "fa" or "en"."""
    persian = language == "fa"
    if not number:
        return "صفر" if persian else "zero"
    if number < 0:
        return ("منفی " if persian else "minus ") + in_words(-number, language)
    groups = []
    rest, scale = number, 0
    while rest:
        rest, group = divmod(rest, _THOUSAND)
        if group:
            groups.append(_persian_group(group, scale) if persian else _english_group(group, scale))
        scale += 1
    return (" و " if persian else " ").join(reversed(groups))


def _persian_group(group: int, scale: int) -> str:
    # A thousand is said without its one: «هزار تومان», but «یک میلیون تومان».
    if group == scale == 1:
        return _FA_SCALES[1]
    hundreds, rest = divmod(group, _HUNDRED)
    small = (_FA_UNITS[rest],) if rest < _TWENTY else (_FA_TENS[rest // 10], _FA_UNITS[rest % 10])
    words = " و ".join(word for word in (_FA_HUNDREDS[hundreds], *small) if word)
    return f"{words} {_FA_SCALES[scale]}".rstrip()


def _english_group(group: int, scale: int) -> str:
    hundreds, rest = divmod(group, _HUNDRED)
    if rest < _TWENTY:
        small = _EN_UNITS[rest]
    else:
        small = f"{_EN_TENS[rest // 10]}-{_EN_UNITS[rest % 10]}".rstrip("-")
    large = f"{_EN_UNITS[hundreds]} hundred" if hundreds else ""
    return " ".join(word for word in (large, small, _EN_SCALES[scale]) if word)
