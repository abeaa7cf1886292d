"""Numbered groups of large signs on paper, to be copied by hand."""

from ecrm_desktop.reports.layout import Groups
from ecrm_desktop.reports.pdf_flow import Align, Flow
from ecrm_desktop.reports.pdf_page import INK, MUTED, RULE

_IN_ROW = 3
_GAP = 10.0
_HEIGHT = 58.0
_SIZE, _NUMBER_SIZE = 25.0, 9.0
_NUMBER_WIDTH = 20.0


def draw_groups(flow: Flow, section: Groups) -> None:
    """Draw the groups three in a row, in the direction of reading, each with its number."""
    flow.section_title(section.title, below=_HEIGHT)
    width = (flow.width - _GAP * (_IN_ROW - 1)) / _IN_ROW
    for first in range(0, len(section.groups), _IN_ROW):
        flow.need(_HEIGHT + _GAP)
        for place, group in enumerate(section.groups[first : first + _IN_ROW]):
            offset = place * (width + _GAP)
            flow.page.card(flow.x(offset, width), flow.y, width, _HEIGHT, RULE)
            flow.write(
                flow.regular,
                flow.display.number(first + place + 1),
                baseline=flow.y + 16,
                size=_NUMBER_SIZE,
                colour=MUTED,
                offset=offset + 8,
                width=_NUMBER_WIDTH,
            )
            flow.write(
                flow.bold,
                flow.display.digits(group),
                baseline=flow.y + 40,
                size=_SIZE,
                colour=INK,
                offset=offset,
                width=width,
                align=Align.CENTRE,
            )
        flow.y += _HEIGHT + _GAP
    flow.y += 4
