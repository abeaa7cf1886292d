"""What the customers' list can be filtered by."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from ecrm_desktop.fields.customers import CUSTOMER, CUSTOMER_TAG
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerFilter, InSegmentOn
from ecrm_desktop.queries.segments import SegmentRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.jalali import to_jalali
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import AcquisitionChannel

_SILENT_DAYS: Final = (30, 60, 90, 180, 365)
_COMPLAINT, _BIRTHDAY, _NEXT_BIRTHDAY = "complaint", "birthday", "next birthday"
_MONTHS: Final = 12


class CustomerFilters:
    """The chips of the list's head, and the filter they make together."""

    def __init__(self, ui: UiContext, bar: ListBar) -> None:
        self._ui = ui
        self._bar = bar
        self._city = FilterChip(CUSTOMER["city"].title)
        self._tag = FilterChip(CUSTOMER_TAG.title)
        # Shorter than the field's title: chips stand in one row, also on a small screen.
        self._channel = FilterChip(
            translate("Customers", "Found us by"), [(one, label(one)) for one in AcquisitionChannel]
        )
        self._silent = FilterChip(
            translate("Customers", "Silent for"),
            [
                (days, translate("Customers", "{days} days", days=ui.display.number(days)))
                for days in _SILENT_DAYS
            ],
        )
        self._state = FilterChip(
            translate("Customers", "Status"),
            [
                (_COMPLAINT, translate("Customers", "complaint open")),
                (_BIRTHDAY, translate("Customers", "birthday this month")),
                (_NEXT_BIRTHDAY, translate("Customers", "birthday next month")),
            ],
        )
        self._chips: tuple[FilterChip, ...] = (
            self._city,
            self._tag,
            self._channel,
            self._silent,
            self._state,
        )
        self._group = FilterChip(translate("Customers", "Group"))
        if ui.may(Permission.SEE_SUMS):
            self._chips = (*self._chips, self._group)
        for chip in self._chips:
            bar.add_chip(chip)

    def offer(
        self, cities: Sequence[str], tags: Sequence[str], groups: Sequence[SegmentRow]
    ) -> None:
        """Offer the cities and tags in use, and the groups of which it is known who is in them."""
        without = ("", translate("Customers", "none"))
        self._city.set_choices([*((one, one) for one in cities), without])
        self._tag.set_choices([*((one, one) for one in tags), without])
        self._group.set_choices([(one.id, one.name) for one in groups if one.trouble is None])
        if self._group.value not in {None, *(one.id for one in groups)}:
            # It went to the bin meanwhile.
            self._group.set_value(None)
            self._bar.filtered.emit()

    def filter(self) -> CustomerFilter:
        """Return what is chosen and searched for."""
        city, tag, channel = self._city.value, self._tag.value, self._channel.value
        silent, state, group = self._silent.value, self._state.value, self._group.value
        month = to_jalali(self._ui.today())[1]
        months = {_BIRTHDAY: month, _NEXT_BIRTHDAY: month % _MONTHS + 1}
        return CustomerFilter(
            text=self._bar.searched,
            city=city if isinstance(city, str) else None,
            tag=tag if isinstance(tag, str) else None,
            acquisition_channel=channel if isinstance(channel, AcquisitionChannel) else None,
            has_open_complaint=state == _COMPLAINT,
            birthday_month=months.get(str(state)),
            no_purchase_since=self._ui.today() - timedelta(days=silent)
            if isinstance(silent, int)
            else None,
            segment=InSegmentOn(group, self._ui.today()) if isinstance(group, UUID) else None,
        )

    def text(self) -> str:
        """Return in words what is filtered, for an export."""
        return dotted(
            [
                *(chip.text() for chip in self._chips if chip.value is not None),
                self._bar.searched.strip(),
            ]
        )
