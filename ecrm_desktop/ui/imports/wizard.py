"""The wizard that brings a file in: file, columns, dry run, result."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.imports import OnShared
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sample_file import sample_file_name, write_sample
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome, preview, run_import
from ecrm_desktop.queries.customer_detail import FieldRow, customer_fields
from ecrm_desktop.settings import LAST_FOLDER
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.background import Job, Lane
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.imports.cell_texts import preview_lines
from ecrm_desktop.ui.imports.check_step import CheckStep
from ecrm_desktop.ui.imports.columns_step import ColumnsStep
from ecrm_desktop.ui.imports.counts import rows_of
from ecrm_desktop.ui.imports.file_step import ChooseFile, FileStep, ask_for_file, ask_for_sample
from ecrm_desktop.ui.imports.import_work import ImportWork
from ecrm_desktop.ui.imports.plan import ImportPlan, remember_mapping
from ecrm_desktop.ui.imports.preview_table import PreviewLine
from ecrm_desktop.ui.imports.reading import FileFacts, Planner
from ecrm_desktop.ui.imports.result_step import ResultStep, show_folder
from ecrm_desktop.ui.imports.steps_bar import WIDTH, StepsBar, StepsBody
from ecrm_desktop.ui.imports.texts import failure_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind

_FILE, _COLUMNS, _CHECK, _RESULT = range(4)
_PAGES: Final = {
    ImportKind.CUSTOMERS: PageName.CUSTOMERS,
    ImportKind.PRODUCTS: PageName.PRODUCTS,
    ImportKind.PURCHASES: PageName.PURCHASES,
    ImportKind.INTERACTIONS: PageName.INTERACTIONS,
}
"""Where what came in can be seen."""


class ImportWizard(Sheet):
    """Choices survive going back; once the import runs, closing leaves it running.

    `undo_asked(UUID)` of an import.
    """

    undo_asked = Signal(object)

    def __init__(
        self,
        asker: QWidget,
        ui: UiContext,
        importer: ImportWork,
        *,
        kind: ImportKind | None = None,
        choose_file: ChooseFile | None = None,
        choose_sample: ChooseFile | None = None,
    ) -> None:
        """`kind` is what the rows are unless they tell otherwise."""
        names = (
            translate("ImportWizard", "File"),
            translate("ImportWizard", "Columns"),
            translate("ImportWizard", "Check"),
            translate("ImportWizard", "Result"),
        )
        self.file = FileStep()
        self.columns = ColumnsStep(ui.display)
        self.check = CheckStep(ui.display)
        self.result = ResultStep(ui.display)
        self._bar = StepsBar(ui.display, names)
        self._steps = StepsBody(self._bar, (self.file, self.columns, self.check, self.result))
        super().__init__(
            asker,
            ui.messenger,
            title=translate("ImportWizard", "Bring in a file"),
            body=self._steps,
            width=WIDTH,
        )
        self._ui = ui
        self._importer = importer
        self._kind = kind
        self._choose_file = choose_file or ask_for_file
        self._choose_sample = choose_sample or ask_for_sample
        self._asks_unit = ui.display.unit is not MoneyUnit.MAJOR
        self._conventions = Conventions(
            currency=ui.display.currency,
            area_code=ui.shop.area_code,
            today=ui.today(),
            timezone=ui.display.timezone,
        )
        unit = None if self._asks_unit else MoneyUnit.MAJOR
        self._planner = Planner(self._conventions, unit, ui.settings)
        self._facts: FileFacts | None = None
        self._plan: ImportPlan | None = None
        self._own: tuple[str, ...] = ()
        self._outcome: ImportOutcome | None = None
        self._job: Job | None = None
        self._progress: ProgressRow | None = None
        self._touched = False
        self._asking_to_leave = False
        self._step = _FILE
        self.next = self.add_primary(translate("ImportWizard", "Go on"), self.go_on)
        self.back = self.add_button(translate("ImportWizard", "Back"), self.go_back)
        self._join()
        self._show_step(_FILE)
        ui.background.read(customer_fields, self._take_fields, owner=self)

    @property
    def is_watching(self) -> bool:
        """Whether the import under way shows how it goes and ends here."""
        return self._progress is not None

    def ask_file(self) -> None:
        """Ask in the system's dialog for a file."""
        folder = Path(self._ui.settings.get(LAST_FOLDER) or Path.home())
        path = self._choose_file(self.window(), folder)
        if path is not None:
            self.take_file(path)

    def ask_sample(self, kind: ImportKind) -> None:
        """Ask where a file to fill in is to be written, and write it."""
        folder = Path(self._ui.settings.get(LAST_FOLDER) or Path.home())
        path = self._choose_sample(self.window(), folder / sample_file_name(kind))
        if path is not None:
            display = self._ui.display
            self._run(
                lambda: write_sample(path, kind, display.currency, display.unit),
                lambda _: self.file.show_sample(path),
                self._show_file_error,
            )

    def take_file(self, path: Path) -> None:
        """Read a file; what is in it is shown when it is read."""
        self._ui.settings.set(LAST_FOLDER, str(path.parent))
        self._plan, self._facts, self._touched = None, None, False
        self._show_step(_FILE)
        self.file.show_reading(path)
        planner, kind = self._planner, self._kind
        self._run(lambda: planner.read(path, kind), self._take_file, self._show_file_error)

    def go_on(self) -> None:
        """Do what the main button says."""
        plan = self._plan
        if plan is None:
            return
        if self._step == _FILE:
            self._show_step(_COLUMNS)
            self._show_plan(plan)
        elif self._step == _COLUMNS and self.columns.check():
            self._show_step(_CHECK)
            self._run_dry(plan)
        elif self._step == _CHECK:
            self._start(plan)
        elif self._step == _RESULT:
            self.discard()
            self._ui.navigator.open_page(_PAGES[plan.mapping.kind])

    def go_back(self) -> None:
        """Go to the step before; what was chosen stays."""
        self._forget_job()
        self._show_step(_COLUMNS if self._step == _RESULT else self._step - 1)

    def request_close(self, then: Callable[[], None] | None = None) -> None:
        """Close; a question only if columns were arranged by hand and nothing came of it yet."""

        def close() -> None:
            self.discard()
            if then is not None:
                then()

        if not self._touched or self._step == _RESULT:
            close()
        elif not self._asking_to_leave:
            self._asking_to_leave = True
            self.messenger.ask(
                translate("ImportWizard", "Close without bringing the file in?"),
                detail=translate("ImportWizard", "What you arranged here is forgotten."),
                accept=translate("ImportWizard", "Close"),
                on_accept=close,
                refuse=translate("ImportWizard", "Go on here"),
                on_refuse=self._stay,
                dangerous=True,
            )

    def discard(self) -> None:
        """Close; an import under way goes on."""
        self._forget_job()
        self._importer.go_on_unwatched()
        super().discard()

    def _join(self) -> None:
        self.file.file_asked.connect(self.ask_file)
        self.file.file_dropped.connect(self.take_file)
        self.file.sample_asked.connect(self.ask_sample)
        self.file.sheet_chosen.connect(lambda at: self._plan_again(at, None))
        self.file.kind_chosen.connect(self._choose_kind)
        self.columns.planned.connect(self._change_plan)
        self.columns.header_changed.connect(self._change_titles)
        self.check.shared.chosen.connect(self._take_answer)
        self.result.folder_asked.connect(self._show_folder)
        self.result.undo_asked.connect(self._ask_undo)
        self._importer.progressed.connect(self._show_progress)
        self._importer.ended.connect(self._end)

    def _stay(self) -> None:
        self._asking_to_leave = False

    # What is read beside the window: of all such work only the last counts.

    def _run(
        self,
        task: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._forget_job()
        self._job = self._ui.background.run(
            lambda _progress: task(), done, owner=self, lane=Lane.LOCAL, failed=failed
        )

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take_fields(self, rows: list[FieldRow]) -> None:
        self._own = tuple(row.title for row in rows)
        if self._step == _COLUMNS and self._plan is not None:
            self._show_plan(self._plan)

    def _take_file(self, found: tuple[FileFacts, ImportPlan]) -> None:
        self._facts, plan = found
        self._take_plan(plan)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        if self._step == _COLUMNS:
            self._show_plan(plan)
        else:
            self.file.show_plan(plan, self._ui.display)
            self._show_buttons()

    def _show_file_error(self, error: Exception) -> None:
        self.file.show_error(failure_text(error))
        self._show_buttons()
        self.file.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_kind(self, kind: ImportKind) -> None:
        if self._plan is not None:
            self._plan_again(self._plan.at, kind)

    def _change_titles(self, has_titles: bool) -> None:  # noqa: FBT001 - a signal's argument
        plan = self._plan
        if plan is None:
            return
        # The row that is, or was, the first one.
        row = plan.sheet.sample[0].number if has_titles else 0
        self._plan_again(plan.at, plan.mapping.kind, row)

    def _plan_again(self, at: int, kind: ImportKind | None, title_row: int | None = None) -> None:
        facts, planner = self._facts, self._planner
        if facts is None:
            return
        self._touched = False
        self._run(
            lambda: planner.plan(facts, at, kind, title_row=title_row),
            self._take_plan,
            self._ui.messenger.show_error,
        )

    # Columns

    def _change_plan(self, plan: ImportPlan) -> None:
        self._touched = True
        self._plan = plan
        self._show_plan(plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.columns.show_plan(plan, self._own, asks_unit=self._asks_unit)
        conventions, display = self._conventions, self._ui.display

        def read() -> list[PreviewLine]:
            rows = preview(plan.sheet, plan.mapping, conventions)
            return preview_lines(display, plan.sheet, plan.mapping, rows)

        self._run(
            read,
            lambda lines: self.columns.show_rows(plan, lines),
            lambda error: self.columns.show_no_rows(failure_text(error)),
        )

    # Dry run and import

    def _run_dry(self, plan: ImportPlan) -> None:
        self._forget_job()
        self._outcome = None
        row = ProgressRow(translate("ImportWizard", "Looking through the file…"), self.go_back)
        self.check.show_working(row)
        self._show_buttons()
        request, database = plan.request(self._conventions), self._ui.background.database
        self._job = self._ui.background.run(
            lambda progress: run_import(
                database, request, dry_run=True, report_progress=progress.report
            ),
            lambda outcome: self._show_check(plan, outcome),
            owner=self,
            lane=Lane.IMPORT,
            failed=self._fail_check,
            progress=row.show_progress,
        )

    def _show_check(self, plan: ImportPlan, outcome: ImportOutcome) -> None:
        self._outcome = outcome
        self.check.show_outcome(outcome, plan)
        self._show_buttons()
        stop = self.next if self.next.isEnabled() else self.back
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_answer(self, on_shared: OnShared) -> None:
        if self._plan is not None:
            self._plan = self._plan.with_mapping(replace(self._plan.mapping, on_shared=on_shared))
            self._run_dry(self._plan)

    def _fail_check(self, error: Exception) -> None:
        self._show_step(_COLUMNS)
        self._ui.messenger.show_error(error)

    def _start(self, plan: ImportPlan) -> None:
        if self._importer.is_running:
            self.messenger.inform(
                translate("ImportWizard", "Another file is still coming in; wait until it is done.")
            )
            return
        remember_mapping(self._ui.settings, plan.sheet, plan.mapping)
        rows = rows_of(self._outcome)
        self._outcome = None
        text = translate("ImportWizard", "Bringing in…")
        self._progress = ProgressRow(text, self._importer.stop)
        self.result.show_working(self._progress)
        self._importer.start(plan.request(self._conventions), rows=rows)
        self._show_step(_RESULT)

    def _show_progress(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.show_progress(done, total)

    def _end(self, result: object) -> None:
        if self._progress is None:
            return
        self._progress = None
        if isinstance(result, ImportOutcome):
            self._outcome = result
            self.result.show_outcome(result)
        elif isinstance(result, Exception):
            self.result.show_failure(failure_text(result))
        self._show_buttons()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_folder(self) -> None:
        if self._outcome is not None and self._outcome.problem_file is not None:
            show_folder(self._outcome.problem_file)

    def _ask_undo(self) -> None:
        if self._outcome is not None:
            self.discard()
            self.undo_asked.emit(self._outcome.import_id)

    # Steps and buttons

    def _show_step(self, step: int) -> None:
        self._step = step
        self._bar.show_step(step)
        self._steps.stack.setCurrentIndex(step)
        self._show_buttons()
        if self.is_open:
            self._focus_step()

    def _focus_step(self) -> None:
        if self._step == _COLUMNS:
            self.columns.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == _FILE and self._plan is not None:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        step, outcome = self._step, self._outcome
        failed = step == _RESULT and outcome is None and self._progress is None
        self.back.setVisible(step in {_COLUMNS, _CHECK} or failed)
        self.next.setVisible(step != _RESULT or outcome is not None)
        text, ready = translate("ImportWizard", "Go on"), self._plan is not None
        if step == _CHECK:
            text = translate("ImportWizard", "Bring it in")
            ready = outcome is not None and bool(
                outcome.counts.new + outcome.counts.updated + outcome.counts.returns_new
            )
        elif step == _RESULT and self._plan is not None:
            kind = label(self._plan.mapping.kind)
            text = translate("ImportWizard", "See: {page}", page=kind)
        self.next.setText(text)
        self.next.setAccessibleName(text)
        self.next.setEnabled(ready)
        self.next.updateGeometry()
        if step == _RESULT:
            self.show_closing_only()
