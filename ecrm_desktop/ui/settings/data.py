"""Where the shop's data lies, what grows in it, and for how long the audit trail is kept."""

from dataclasses import dataclass
from pathlib import Path

from ecrm_desktop.fields.texts import years_text
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.audit_trail import OldEntries, TrailSize, old_entries, trail_size
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.audit_thinning import begin_thinning, set_audit_years
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.audit_thinner import AuditThinner
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.backups.texts import size_text
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate, isolate_words

_YEARS = (0, 1, 2, 3, 5, 7, 10)


@dataclass(frozen=True, slots=True)
class _Sizes:
    file: int
    trail: TrailSize
    years: int


class DataSettings(SettingsPart):
    """Tells the sizes; a shorter time for the trail is asked about, since it cannot be undone."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._kept = ui.shop.audit_years
        self._thinner = AuditThinner(ui.background, self)
        path = ui.background.database.path
        self.column.addWidget(Label(translate("Data", "The shop's file"), "heading"))
        self.column.addWidget(Label(isolate(str(path)), wrap=True, selectable=True))
        self.sizes = Label("", "muted", wrap=True)
        self.column.addWidget(self.sizes)
        form = Form(label_width=170)
        self.years: Choice[int] = Choice([])
        self._offer(self._kept)
        self.years.edited.connect(self._choose)
        form.add(
            "audit_years",
            translate("Data", "Keep the audit trail"),
            self.years,
            hint=translate(
                "Data",
                "Older entries go once a month, a few at a time. The file keeps its size and uses"
                " the room again; backups made before still have them.",
            ),
        )
        self.column.addWidget(form)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the sizes again."""
        self._ui.background.run(self._read, self._show, owner=self)

    def _read(self, _progress: Progress) -> _Sizes:
        database = self._ui.background.database
        with database.reading() as session:
            trail, shop = trail_size(session), get_shop(session)
        return _Sizes(_size_on_disk(database.path), trail, shop.audit_years)

    def _show(self, found: _Sizes) -> None:
        display, trail = self._ui.display, found.trail
        self._kept = found.years
        self._offer(found.years)
        whole = size_text(found.file, display)
        if trail.since is None:
            self.sizes.setText(translate("Data", "It takes {size}.", size=whole))
            return
        text = translate(
            "Data",
            "It takes {size}, of which the audit trail is about {part}: {entries} entries since"
            " {day}.",
            size=whole,
            part=size_text(trail.size, display),
            entries=display.number(trail.entries),
            day=isolate_words(display.date(display.local_date(trail.since))),
        )
        self.sizes.setText(text)

    def _offer(self, chosen: int) -> None:
        known = sorted({*_YEARS, chosen})
        self.years.set_options([(one, years_text(one, self._ui.display)) for one in known])
        self.years.set_value(chosen)

    def _choose(self) -> None:
        if not self._ui.require_permission(Permission.THIN_AUDIT):
            self._offer(self._kept)
            return
        years = self.years.value()
        if not years:
            self._save(years)
            return
        self._ui.background.read(
            lambda session: old_entries(session, years),
            lambda old: self._ask(years, old),
            owner=self,
            key="old",
        )

    def _ask(self, years: int, old: OldEntries | None) -> None:
        if old is None:
            self._save(years)
            return
        display = self._ui.display
        self._ui.messenger.ask(
            translate(
                "Data",
                "Remove {entries} entries from the audit trail?",
                entries=display.number(old.entries),
            ),
            detail=translate(
                "Data",
                "All of before {day} go for good, as from now on whatever is older than {years}."
                " That they were removed stands in the trail.",
                day=isolate_words(display.date(old.until.date())),
                years=years_text(years, display),
            ),
            accept=translate("Data", "Remove"),
            on_accept=lambda: self._save(years),
            on_refuse=lambda: self._offer(self._kept),
            dangerous=True,
        )

    def _save(self, years: int) -> None:
        me, shown = self._ui.user.id, self._kept

        def save(session: Session) -> None:
            set_audit_years(session, years, shown=shown)
            if years:
                begin_thinning(session, years, user_id=me)

        self._ui.background.write(
            save, lambda _none: self._saved(years), owner=self, failed=self._refused
        )

    def _refused(self, error: Exception) -> None:
        self._ui.messenger.show_error(error)
        self.refresh()

    def _saved(self, years: int) -> None:
        self._kept = years
        self._ui.messenger.inform(translate("Data", "Saved."))
        self._thinner.go_on()


def _size_on_disk(path: Path) -> int:
    """Return the bytes of the file with what is not yet brought into it."""
    parts = (path, path.with_name(f"{path.name}-wal"))
    return sum(one.stat().st_size for one in parts if one.exists())
