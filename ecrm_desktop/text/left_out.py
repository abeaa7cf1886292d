"""The rows of an import that are no sales, in words."""

from collections.abc import Mapping
from typing import Protocol

from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import LeftOut
from ecrm_desktop.values.text import isolate


class _Counts(Protocol):
    @property
    def left_out(self) -> Mapping[LeftOut, int]:
        """Rows that are no sales, by the reason."""

    @property
    def currencies(self) -> Mapping[str, int]:
        """Those in another currency, by its code."""


def left_out_lines(display: Display, counts: _Counts) -> list[tuple[str, str]]:
    """Return the reasons for which rows are no sales, each with how many, most usual first."""
    lines = [
        (label(why), display.number(counts.left_out[why]))
        for why in LeftOut
        if why is not LeftOut.OTHER_CURRENCY and counts.left_out.get(why)
    ]
    lines += [
        (
            translate("LeftOut", "in another currency ({code})", code=isolate(code)),
            display.number(count),
        )
        for code, count in sorted(counts.currencies.items())
    ]
    return lines


def left_out_sentence(display: Display, counts: _Counts) -> str:
    """Return one sentence about them, "" if there are none."""
    lines = left_out_lines(display, counts)
    if not lines:
        return ""
    comma = "، " if language() in RIGHT_TO_LEFT else ", "
    reasons = comma.join(
        translate("LeftOut", "{count} {reason}", count=count, reason=reason)
        for reason, count in lines
    )
    return translate(
        "LeftOut", "Rows that are no sales are left out, nothing is to be mended: {reasons}.",
        reasons=reasons,
    )  # fmt: skip
