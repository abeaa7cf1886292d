"""The third step: what would happen, before anything does."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome
from ecrm_desktop.importing.told_texts import kept_text
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.left_out import left_out_sentence
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.cell_texts import column_name
from ecrm_desktop.ui.imports.counts import CountsView
from ecrm_desktop.ui.imports.plan import ImportPlan
from ecrm_desktop.ui.imports.preview_table import PreviewLine, PreviewTable
from ecrm_desktop.ui.imports.shared_question import SharedQuestion
from ecrm_desktop.ui.imports.work_step import WorkStep
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display

_COLUMN_WIDTH = 200
_LIST_HEIGHT = 150
_SHOWN = 3
_MOST_TOLD = 5


class CheckStep(WorkStep):
    """Shows the progress of a dry run and then what it counted."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self._counts = CountsView(display)
        self._heading = Label(translate("ImportWizard", "The first rows with a problem"), "heading")
        self.problems = PreviewTable(
            display, name=translate("ImportWizard", "The first rows with a problem")
        )
        self._listed = QFrame()
        self._listed.setProperty("role", "popup")
        inner = QVBoxLayout(self._listed)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.problems)
        self.shared = SharedQuestion(display)
        self._listed.setMinimumHeight(_LIST_HEIGHT)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self._counts)
        column.addWidget(self.shared)
        column.addLayout(self._notes)
        column.addWidget(self._heading)
        column.addWidget(self._listed, 1)
        column.addStretch()
        name = translate("ImportWizard", "What the check found")
        self._column.addWidget(ScrollArea(told, name=name), 1)

    def show_working(self, row: ProgressRow) -> None:
        """Show how far the dry run is."""
        super().show_working(row)
        self._show(result=False, problems=False)

    def show_outcome(self, outcome: ImportOutcome, plan: ImportPlan) -> None:
        """Show what would happen."""
        self._clear()
        counts = outcome.counts
        self._counts.show_counts(outcome.kind, counts)
        writes = counts.new + counts.updated + counts.returns_new
        if not writes:
            text = translate("ImportWizard", "There is nothing in this file to bring in.")
            self._notes.addWidget(Note(text, BadgeKind.AMBER))
        left_out = left_out_sentence(self._display, counts)
        if left_out:
            self._notes.addWidget(Note(left_out, BadgeKind.AMBER))
        if counts.problems:
            text = translate(
                "ImportWizard",
                "Rows with a problem are left out. They are written to an Excel file beside this "
                "one, each with its reason: mend them there and bring that file in.",
            )
            self._notes.addWidget(Note(text, BadgeKind.AMBER))
        elif writes:
            text = translate("ImportWizard", "All rows are in order. Nothing was changed yet.")
            self._notes.addWidget(Note(text, BadgeKind.PRIMARY))
        if outcome.kept:
            text = translate(
                "ImportWizard",
                "In {count} rows something has no field or does not fit its own. They come in, and "
                "their note keeps it.",
                count=self._display.number(outcome.kept),
            )
            first = [kept_text(row, one, self._display) for row, one in outcome.first_kept[:_SHOWN]]
            self._notes.addWidget(Note(text, BadgeKind.AMBER, detail="\n".join(first)))
        if told := plan.told(outcome.footers):
            self._notes.addWidget(Note(_shortened(told, self._display), BadgeKind.AMBER))
        titles = (
            translate("ImportWizard", "Column"),
            translate("ImportWizard", "What is wrong"),
        )
        lines = [
            PreviewLine(
                number=problem.row,
                cells=(
                    ""
                    if problem.position is None
                    else column_name(self._display, plan, problem.position),
                    explain(problem.error),
                ),
            )
            for problem in outcome.first_problems
        ]
        self.problems.show_lines(titles, lines)
        self.problems.horizontalHeader().resizeSection(1, _COLUMN_WIDTH)
        self._show(result=True, problems=bool(lines))
        self.shared.show_outcome(outcome, plan.mapping.on_shared)

    def sizeHint(self) -> QSize:
        """Ask for all the room there is: the list of problems fills it."""
        return QSize(1100, 900)

    def _show(self, *, result: bool, problems: bool) -> None:
        self._counts.setVisible(result)
        self.shared.setVisible(False)
        self._heading.setVisible(problems)
        self._listed.setVisible(problems)


def _shortened(told: list[str], display: Display) -> str:
    """Return as many sentences as the step has room for, a line each."""
    lines = told if len(told) <= _MOST_TOLD else told[: _MOST_TOLD - 1]
    if len(lines) < len(told):
        more = translate(
            "ImportWizard",
            "And {count} more, which stand beside the columns.",
            count=display.number(len(told) - len(lines)),
        )
        lines = [*lines, more]
    return "\n".join(lines)
