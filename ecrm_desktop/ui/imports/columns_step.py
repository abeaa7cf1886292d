"""The second step: what each column becomes, with the first rows as they will be."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.exchange.fields import FIELDS, OWN, column_title, missing_fields
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.cell_texts import column_name, samples_text
from ecrm_desktop.ui.imports.column_table import IGNORED, ColumnLine, ColumnTable, Offer
from ecrm_desktop.ui.imports.options import Options
from ecrm_desktop.ui.imports.plan import ImportPlan, own_field
from ecrm_desktop.ui.imports.preview_table import PreviewLine, PreviewTable
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words

_OPTIONS_WIDTH = 352
# Two rows with their titles, and three.
_LEAST_COLUMNS, _LEAST_PREVIEW = 130, 136
_BETWEEN = 40
_ROOM_FOR_WHY = 420


class ColumnsStep(QWidget):
    """Tells by `planned(ImportPlan)` what a person changed, by `header_changed(bool)` of titles.

    Who listens answers with `show_plan`, and with `show_rows` once they are converted.
    """

    planned = Signal(object)
    header_changed = Signal(bool)

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self._plan: ImportPlan | None = None
        self._own: tuple[str, ...] = ()
        self._problem_rows = 0
        self.table = ColumnTable()
        self.table.chosen.connect(self._choose)
        self.options = Options()
        self.options.changed.connect(self._take_options)
        self.options.header_changed.connect(self.header_changed)
        self.preview = PreviewTable(
            display, name=translate("ImportWizard", "The first rows as they will become")
        )
        self.preview.explained.connect(self._explain)
        self._note_place = QVBoxLayout()
        self._why = Label(role="muted", wrap=True)
        self.table.explained.connect(self._say_why)
        self._heading = Label(role="heading")
        self._reason = Label(role="muted", wrap=True)
        self._lay_out()

    def show_plan(self, plan: ImportPlan, own: Sequence[str], *, asks_unit: bool) -> None:
        """Show a plan; `own` are the titles of the fields that the shop has defined."""
        self._plan, self._own = plan, tuple(own)
        positions = range(len(plan.mapping.columns))
        self.table.show_lines(
            [self._line(plan, at) for at in positions],
            [self._offers(plan, at) for at in positions],
        )
        self.options.show_plan(plan, asks_unit=asks_unit)
        self._say(None)

    def show_rows(self, plan: ImportPlan, lines: Sequence[PreviewLine]) -> None:
        """Show the first rows as they will become by this plan."""
        mapping = plan.mapping
        titles = [column_title(mapping.kind, name) for name in mapping.columns if name]
        self._problem_rows = sum(bool(line.problems) for line in lines)
        self._heading.setText(
            translate(
                "ImportWizard",
                "The first {count} rows as they will become",
                count=self._display.number(len(lines)),
            )
        )
        self.preview.show_lines(titles, lines)
        self._explain("")

    def show_no_rows(self, sentence: str) -> None:
        """Say why nobody can tell yet how the rows will become."""
        self._problem_rows = 0
        self._heading.setText(translate("ImportWizard", "The first rows as they will become"))
        self.preview.show_lines((), ())
        self._explain(sentence)

    def check(self) -> bool:
        """Whether the importer has all it needs; says what is missing."""
        plan = self._plan
        if plan is None:
            return False
        for group in missing_fields(
            plan.mapping.kind, plan.mapping.columns, returns=plan.mapping.returns
        ):
            self._say(_missing_text(plan.mapping.kind, group))
            self.table.setFocus()
            return False
        return self.options.check()

    def sizeHint(self) -> QSize:
        """Ask for all the room there is: the tables fill it."""
        return QSize(1100, 900)

    def minimumSizeHint(self) -> QSize:
        """Return what can still be worked with."""
        return QSize(300, _LEAST_COLUMNS + _LEAST_PREVIEW + _BETWEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the line below the columns up where there is hardly room for them."""
        super().resizeEvent(event)
        self._why.setVisible(event.size().height() >= _ROOM_FOR_WHY)

    def _say_why(self, why: str) -> None:
        """Say why the current column is what it is."""
        self._why.setText(why)
        if self._why.isHidden() and self.table.hasFocus():
            self._reason.setText(why)
            self._reason.set_role("muted")

    def _lay_out(self) -> None:
        columns = QFrame()
        columns.setProperty("role", "popup")
        inner = QVBoxLayout(columns)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        columns.setMinimumHeight(_LEAST_COLUMNS)
        left = QVBoxLayout()
        left.setSpacing(theme.S)
        left.addWidget(columns, 1)
        left.addWidget(self._why)
        left.addLayout(self._note_place)
        upper = QHBoxLayout()
        upper.setSpacing(theme.L)
        upper.addLayout(left, 1)
        options = ScrollArea(self.options)
        options.setFixedWidth(_OPTIONS_WIDTH)
        upper.addWidget(options)
        rows = QFrame()
        rows.setProperty("role", "popup")
        below = QVBoxLayout(rows)
        below.setContentsMargins(1, 1, 1, 1)
        below.addWidget(self.preview)
        rows.setMinimumHeight(_LEAST_PREVIEW)
        line = QHBoxLayout()
        line.setSpacing(theme.M)
        line.addWidget(self._heading)
        line.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(upper, 3)
        column.addLayout(line)
        column.addWidget(rows, 2)

    def _line(self, plan: ImportPlan, at: int) -> ColumnLine:
        return ColumnLine(
            title=column_name(self._display, plan, at),
            samples=samples_text(plan.sheet, at),
            choice=plan.mapping.columns[at],
            unsure=at in plan.unsure,
            why=plan.why(at),
        )

    def _offers(self, plan: ImportPlan, at: int) -> list[Offer]:
        kind = plan.mapping.kind
        offers = [Offer(IGNORED, translate("ImportWizard", "Leave out"))]
        offers += [
            Offer(name, field.title, begins_group=not number)
            for number, (name, field) in enumerate(FIELDS[kind].items())
        ]
        if kind is not ImportKind.CUSTOMERS:
            return offers
        new = own_field(column_name(self._display, plan, at))
        chosen = plan.mapping.columns[at]
        own = dict.fromkeys(f"{OWN}{title}" for title in self._own)
        if chosen.startswith(OWN) and chosen != new:
            own[chosen] = None
        offers += [
            Offer(name, name.removeprefix(OWN), begins_group=not number)
            for number, name in enumerate(own)
        ]
        if new and new not in own:
            text = translate(
                "ImportWizard",
                "Make a new field: {title}",
                title=isolate_words(new.removeprefix(OWN)),
            )
            offers.append(Offer(new, text, begins_group=True))
        return offers

    def _choose(self, at: int, field: str) -> None:
        plan = self._plan
        if plan is None or (plan.mapping.columns[at] == field and at not in plan.unsure):
            return
        other = plan.taken_by(field, at)
        if other is None:
            self.planned.emit(plan.with_column(at, field))
            return
        # The choice is shown as it was: two columns cannot fill one field.
        self._say(
            translate(
                "ImportWizard",
                "“{field}” comes from the column “{column}” already.",
                field=column_title(plan.mapping.kind, field),
                column=isolate_words(column_name(self._display, plan, other)),
            ),
            action=translate("ImportWizard", "Take it from here"),
            act=lambda: self.planned.emit(plan.with_column(at, field)),
        )

    def _take_options(self) -> None:
        plan = self._plan
        if plan is not None:
            self.planned.emit(plan.with_mapping(self.options.apply(plan.mapping)))

    def _say(
        self, text: str | None, *, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        clear(self._note_place)
        if text:
            note = Note(text, BadgeKind.RED, action=action, on_action=act)
            self._note_place.addWidget(note)

    def _explain(self, reason: str) -> None:
        if not reason and self._problem_rows == 1:
            reason = translate(
                "ImportWizard", "1 of them has a problem: stand on a red cell to read it."
            )
        elif not reason and self._problem_rows:
            reason = translate(
                "ImportWizard",
                "{count} of them have a problem: stand on a red cell to read it.",
                count=self._display.number(self._problem_rows),
            )
        self._reason.setText(reason)
        self._reason.set_role("error" if reason else "muted")


def _missing_text(kind: ImportKind, group: Sequence[str]) -> str:
    comma = "، " if language() in RIGHT_TO_LEFT else ", "
    names = comma.join(
        translate("ImportWizard", "“{field}”", field=column_title(kind, name)) for name in group
    )
    if len(group) == 1:
        return translate("ImportWizard", "Please say which column is {field}.", field=names)
    return translate("ImportWizard", "Please say which column is one of {fields}.", fields=names)
