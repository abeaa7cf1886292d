"""The sheet of one record, new or stored; of a stored one only what was edited is saved."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.services.edits import Conflict, edited_only
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.record_news import News, news_lines, read_news
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.note import Note

Draft = TypeVar("Draft")

Create = Callable[[Session, Draft], UUID]
Update = Callable[..., tuple[Conflict, ...]]
"""As services do it: `(session, record_id, draft, *, base)`."""
Save = Callable[[Session], tuple[UUID, tuple[Conflict, ...]]]
"""Writes a record; returns its id and what had changed meanwhile and was therefore not written."""


def write_record(
    session: Session,
    *,
    record_id: UUID | None,
    draft: Draft,
    base: Draft | None,
    create: Create[Draft],
    update: Update,
) -> tuple[UUID, tuple[Conflict, ...]]:
    """Write a new record, or what was edited of a stored one; return as `Save` does."""
    if record_id is None:
        return create(session, draft), ()
    return record_id, update(session, record_id, draft, base=base)


class RecordSheet(FormSheet, Generic[Draft]):
    """Opens itself when its record was read, or nothing for a new one; `saved(UUID)`.

    What others changed while the form was open, or while its autosave waited for the next start, is
    kept. Where both edited the same field, all else is saved and the form stays: the field holds
    what was typed, says what stands there now and by whom, and saving again is the decision.
    """

    table: ClassVar[str]
    """Of which table its records are."""
    field_names: ClassVar[Mapping[str, str]] = {}
    """Draft field → field of the form, where they are not called the same."""

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        title: str,
        form: Form,
        record_id: UUID | None,
        create: Create[Draft],
        update: Update,
        autosave_key: str,
        side: QWidget | None = None,
        width: int = 560,
    ) -> None:
        self._ui = ui
        self._record_id = record_id
        self._create, self._update = create, update
        self._base: Draft | None = None
        self._shown: Draft | None = None
        self._conflicts: tuple[Conflict, ...] = ()
        self._sent: dict[str, Any] = {}
        self._seen: Draft | None = None
        self._takes_news = False
        super().__init__(
            asker,
            ui.messenger,
            ui.background,
            title=title,
            form=form,
            action=self._action_of_record,
            side=side,
            width=width,
            autosaves=ui.autosaves,
            autosave_key=f"{autosave_key}:{record_id or 'new'}",
        )
        if record_id is not None:
            ui.background.changed.connect(self._hear)

    def draft(self) -> Draft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        raise NotImplementedError

    def save_of(self, draft: Draft, base: Draft | None) -> Save:
        """Return what writes the record; it runs in another thread and must not hold the sheet."""
        return partial(
            write_record,
            record_id=self._record_id,
            draft=draft,
            base=base,
            create=self._create,
            update=self._update,
        )

    def query(self) -> Callable[[Session], Any]:
        """Return what reads all that `fill` needs; it must not hold the sheet either.

        What it reads has the record as it is `stored`, which `fill` returns.
        """
        raise NotImplementedError

    def fill(self, start: Any) -> Draft | None:
        """Show what was read, and return the record as it is stored; None for a new one."""
        raise NotImplementedError

    def begin(self, start: Any) -> None:
        """Do what comes when the sheet has opened, such as choosing where typing begins."""

    def show_parts(self, field: str, parts: tuple[Any, ...]) -> None:
        """Show parts in their field; for records that have parts."""
        raise NotImplementedError

    def load(self) -> None:
        """Read the record, then show it."""
        self._ui.background.read(
            self.query(), self._show, owner=self, failed=self._show_gone, key="record"
        )

    def _show(self, start: Any) -> None:
        typed, kept = self.form.snapshot(), self._kept()
        takes_news, self._takes_news = self._takes_news, False
        self._base = self._seen = self.fill(start)
        self.form.mark_clean()
        self._shown = self._said()
        self.show_note(None)
        if self._conflicts:
            self._show_conflicts(typed)
            return
        if takes_news:
            self._type_again(kept)
            return
        self.open()
        self.begin(start)

    def _hear(self, tables: frozenset[str] | None) -> None:
        """Look whether others changed the record while it is open here."""
        seen, record_id = self._seen, self._record_id
        if seen is None or record_id is None or not self.is_open or self._saving:
            return
        if tables is None or self.table in tables:
            read = partial(read_news, self.query(), self.table, record_id, seen)
            self._ui.background.read(
                read, self._tell_news, owner=self, failed=self._tell_gone, key="news"
            )

    def _tell_news(self, news: News) -> None:
        if self._saving or news.before is not self._seen or not self.is_open:
            return
        lines = news_lines(news, self._ui.display)
        note = Note(
            "\n".join(lines),
            BadgeKind.BLUE,
            action=translate("Sheet", "Show it here"),
            on_action=self._take_news,
        )
        self.show_note(note if lines else None)

    def _tell_gone(self, error: Exception) -> None:
        if not isinstance(error, InvalidInput) or error.problem is not Problem.RECORD_MISSING:
            log_failure(error)  # nobody asked for it, and saving asks again
            return
        gone = translate("Sheet", "Somebody else deleted this meanwhile.")
        self.show_note(Note(gone, BadgeKind.AMBER))

    def _take_news(self) -> None:
        """Show what others wrote where nothing was typed; what was typed stays."""
        self._takes_news = True
        self.load()

    def _show_gone(self, error: Exception) -> None:
        self._takes_news = False
        self.messenger.show_error(error)
        if self.is_open:
            self._busy(saving=False)
        else:
            self.discard()

    def _said(self) -> Draft | None:
        try:
            return self.draft()
        except EcrmError:
            return None

    def _action_of_record(self) -> Action:
        draft, base, shown = self.draft(), self._base, self._shown
        if base is not None and shown is not None:
            draft = edited_only(draft, shown, base)
        self._sent = self.form.snapshot()
        return self.save_of(draft, base)

    def _done(self, result: Any, then: Callable[[Any], None] | None) -> None:
        record_id, conflicts = result
        if conflicts:
            self._conflicts = conflicts
            self.load()
        else:
            super()._done(record_id, then)

    def _kept(self) -> dict[str, Any]:
        kept = super()._kept()
        return kept if self._base is None else {"typed": kept, "base": self.form.clean_contents}

    def _type_again(self, kept: dict[str, Any]) -> None:
        """Type only what was edited onto the record as it is now; the base stays what it was."""
        base, typed = kept.get("base"), kept.get("typed")
        if self._base is None or not isinstance(base, dict) or not isinstance(typed, dict):
            super()._type_again(kept)
            return
        self.form.type_over(base)
        before = self._said()
        edits = {name: typed[name] for name in typed if typed[name] != base.get(name)}
        self.form.type_over(edits)
        if before is not None and self._shown is not None:
            self._base = edited_only(before, self._shown, self._base)

    def _show_conflicts(self, typed: dict[str, Any]) -> None:
        """Put back what was typed into the fields in conflict, and say what stands there now."""
        conflicts, self._conflicts = self._conflicts, ()
        # What was typed after saving had begun is nobody's conflict, and stays.
        late = {name: typed[name] for name in typed if typed[name] != self._sent.get(name)}
        names = {one.field: self._names(one.field, typed) for one in conflicts}
        mine = {name: typed[name] for some in names.values() for name in some if name in typed}
        texts = {one.field: self._text(one, names[one.field]) for one in conflicts}
        self.form.type_over({**mine, **late})
        for conflict in conflicts:
            if isinstance(conflict.mine, tuple):
                self.show_parts(conflict.field, conflict.mine)
        for conflict in reversed(conflicts):
            some = names[conflict.field]
            details = {"theirs": texts[conflict.field]} if texts[conflict.field] else {}
            if conflict.changed_at is not None and conflict.user_name:
                when = self._ui.display.datetime(conflict.changed_at)
                details |= {"name": conflict.user_name, "when": when}
            error = InvalidInput(Problem.FIELD_CONFLICT, some[0], **details)
            self.form.show_conflict(some, error)
        self._busy(saving=False)
        self._keep()
        self.messenger.inform(
            translate(
                "Sheet",
                "Saved, except what somebody else changed meanwhile: please look at it here.",
            )
        )

    def _names(self, field: str, typed: Mapping[str, Any]) -> list[str]:
        """Return the fields of the form that a field of the draft is made of, and that differ."""
        name = self.field_names.get(field, field)
        parts = [one for one in typed if one == name or one.startswith(f"{name}.")]
        differ = [one for one in parts if typed[one] != self.form.clean_contents[one]]
        return differ or parts or [name]

    def _text(self, conflict: Conflict, names: list[str]) -> str:
        """Return what the form shows of the stored value, before what was typed is put back."""
        return self.form.text_of(names)
