"""The sheet in which a group is made or changed, with whom it means beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_choices import SegmentChoices, segment_choices
from ecrm_desktop.queries.segment_rules import names_in, stored_rule
from ecrm_desktop.services.segments import create_segment, update_segment
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.segment_texts import explain_rule
from ecrm_desktop.text.segment_words import Names
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.segments.condition_edit import RuleContext, RuleEdit
from ecrm_desktop.ui.segments.preview import SegmentPreview
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.list_edit import follow
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.segment_reading import rule_from_json, version_of
from ecrm_desktop.values.segment_rule import EVERYBODY, Rule
from ecrm_desktop.values.segment_writing import VERSION, rule_to_json

_WIDTH: Final = 810


@dataclass(frozen=True, slots=True)
class _Start:
    stored: SegmentDraft | None
    choices: SegmentChoices
    names: Names
    rule: Rule
    version: int


class SegmentSheet(RecordSheet[SegmentDraft]):
    """One group; a `draft` is what a new one begins with."""

    table = "segments"

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        draft: SegmentDraft | None,
    ) -> None:
        self._begins_with = draft
        self._called = Names()
        self._version = VERSION
        form = Form(label_width=56)
        self.name = form.add(
            "name", translate("SegmentForm", "Name"), TextEdit(), required=Problem.NAME_MISSING
        )
        self.rule: RuleEdit | None = None
        self._ui = ui
        self._form = form
        self.preview = SegmentPreview(ui, self._meant)
        super().__init__(
            ui,
            asker,
            title=translate("SegmentForm", "Edit the group")
            if record_id is not None
            else translate("SegmentForm", "New group"),
            form=form,
            record_id=record_id,
            create=create_segment,
            update=update_segment,
            side=self.preview,
            width=_WIDTH,
            autosave_key="segments",
        )
        self.purpose = MultilineEdit(lines=2)
        form.changed.connect(self.preview.look_soon)
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("SegmentForm", "The group is saved."))
        )
        self.load()

    def query(self) -> Callable[[Session], _Start]:
        """Read the group, and what rules can be about."""
        return partial(
            _read,
            record_id=self._record_id,
            draft=self._begins_with,
            today=self._ui.today(),
        )

    def fill(self, start: _Start) -> SegmentDraft | None:
        """Show the group, or what a new one begins with."""
        self._called, self._version = start.names, start.version
        if self.rule is None:
            context = RuleContext(self._ui, start.choices, self._explained, self._record_id)
            self.rule = self._form.add(
                "rule", translate("SegmentForm", "Rule"), RuleEdit(context), wide=True
            )
            self._form.add("purpose", translate("SegmentForm", "Use"), self.purpose)
            # Tab knows the buttons of the sheet before them.
            follow(self.name, self.rule)
            follow(self.rule, self.purpose)
        shown = start.stored or self._begins_with
        if shown is not None:
            self.name.set_value(shown.name)
            self.purpose.set_value(shown.purpose)
            self.rule.set_value(start.rule)
        return start.stored

    def begin(self, start: _Start) -> None:
        """Count."""
        self.preview.freshen()

    def draft(self) -> SegmentDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        return SegmentDraft(
            name=self.name.value(),
            purpose=self.purpose.value(),
            rule=rule_to_json(self._meant(), self._version),
        )

    def _meant(self) -> Rule:
        return EVERYBODY if self.rule is None else self.rule.value()

    def _explained(self, rule: Rule) -> str:
        return explain_rule(rule, self._called, self._ui.display)


def open_segment_form(
    ui: UiContext,
    parent: QWidget,
    *,
    record_id: UUID | None = None,
    draft: SegmentDraft | None = None,
) -> SegmentSheet:
    """Open a group or preset, or a new group that begins with a `draft`; `saved(UUID)`."""
    return SegmentSheet(ui, parent, record_id=record_id, draft=draft)


def _read(
    session: Session, record_id: UUID | None, draft: SegmentDraft | None, today: date
) -> _Start:
    stored = None
    if record_id is not None:
        found = stored_rule(session, record_id)
        stored = SegmentDraft(name=found.name, purpose=found.purpose, rule=found.json)
    shown = stored or draft
    rule = rule_from_json(shown.rule) if shown is not None else EVERYBODY
    return _Start(
        stored,
        segment_choices(session, today),
        names_in(session, [rule]),
        rule,
        version_of(shown.rule) if shown is not None else VERSION,
    )
