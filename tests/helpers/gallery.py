"""Pictures of every widget with Persian contents: `python -m tests.helpers.gallery FOLDER`."""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageSpec
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.widgets.avatar import Avatar
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chart import Chart
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.ui.widgets.timeline import Timeline, TimelineItem
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.money import MoneyUnit, currency

TODAY = date(2026, 11, 21)


class Stage(QWidget):
    """A window to put things into, the size of a shop's screen."""

    def __init__(self, width: int = 1176, height: int = 768) -> None:
        super().__init__()
        self.resize(width, height)
        self.setProperty("overlayHost", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self.messenger = Messenger(self)


def caller() -> QWidget:
    """Return what the call sheet shows about who is calling."""
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.S)
    row = QHBoxLayout()
    row.addWidget(Badge("تماس ورودی · ۰۰:۴۲", BadgeKind.BLUE))
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(Label("سمیرا کریمی", "name", wrap=True))
    column.addWidget(Label("\u2066۰۹۱۹ ۷۷۰ ۱۲۵۳\u2069 · اصفهان", "muted", wrap=True))
    column.addSpacing(theme.S)
    column.addWidget(
        Note(
            "شکایت باز: «تأخیر در ارسال»",
            BadgeKind.RED,
            detail="۲ روز مانده تا سررسید · مسئول: رضا",
        )
    )
    column.addWidget(Note("هر ۲۵ روز خرید می‌کرد؛ ۷۸ روز است نیامده", BadgeKind.AMBER))
    column.addWidget(Note("۱٬۲۲۵ امتیاز = ۱۲۲٬۵۰۰ تومان تخفیف", BadgeKind.PRIMARY))
    column.addSpacing(theme.S)
    column.addWidget(Label("آخرین خرید", "heading", wrap=True))
    column.addWidget(Label("۱۴۰۵/۰۶/۱۱ · ۸۵۰٬۰۰۰ تومان\nروسری نخی، شال پاییزه", "muted", wrap=True))
    column.addWidget(Label("آخرین گفت‌وگو", "heading", wrap=True))
    column.addWidget(Label("۱۴۰۵/۰۶/۱۴ · پیگیری ارسال · زهرا", "muted", wrap=True))
    column.addStretch(1)
    return panel


def call_sheet(display: Display, *, width: int = 1176, height: int = 768) -> Stage:
    """Return the call sheet of the design."""
    stage = Stage(width, height)
    form = Form()
    subject = form.add("subject", "موضوع", TextEdit())
    form.add("kind", "نوع", Segments([(1, "ورودی"), (2, "خروجی"), (3, "بی‌پاسخ")]))
    text = form.add("text", "شرح", MultilineEdit())
    form.add("outcome", "نتیجه", Choice([(1, "نیاز به پیگیری"), (2, "انجام شد")]))
    day = JalaliEdit(display, today=lambda: TODAY)
    form.add_beside("پیگیری در", {"day": (day, 3), "time": (TextEdit(), 1)})
    phone = form.add("phone", "تلفن دوم", PhoneEdit(display))
    subject.set_value("پیگیری ارسال سفارش")
    text.set_value("گفت سفارش هنوز نرسیده؛ قول دادیم تا فردا ظهر خبر بدهیم.")
    day.set_value(TODAY + timedelta(days=1))
    phone.restore("0912 345")
    sheet = Sheet(stage, stage.messenger, title="ثبت تماس", body=form, side=caller(), width=550)
    sheet.add_primary("ثبت", lambda: None)
    sheet.add_button("ثبت و شکایت تازه", lambda: None)
    sheet.open()
    form.show_error(InvalidInput(Problem.PHONE_TOO_SHORT, "phone", missing=4))
    return stage


@dataclass(frozen=True)
class Person:
    """A line of the customers' list."""

    id: UUID
    name: str
    phone: str
    segment: str
    kind: BadgeKind
    last: str
    total: str


PEOPLE = [
    Person(new_id(), *line)
    for line in (
        ("مریم احمدی", "0912 345 6789", "قهرمان", BadgeKind.PRIMARY, "۱۴۰۵/۰۸/۲۸", "۱۸٬۴۵۰٬۰۰۰"),
        (
            "علی‌رضا لازم‌پور",
            "0935 112 4408",
            "وفادار",
            BadgeKind.PRIMARY,
            "۱۴۰۵/۰۸/۲۱",
            "۱۲٬۲۵۰٬۰۰۰",
        ),
        ("سمیرا کریمی", "0919 770 1253", "در خطر", BadgeKind.AMBER, "۱۴۰۵/۰۳/۱۲", "۹٬۸۰۰٬۰۰۰"),
        ("حسن یوسفی", "0902 441 9061", "تازه‌وارد", BadgeKind.BLUE, "۱۴۰۵/۰۸/۲۹", "۴۲۰٬۰۰۰"),
        ("نرگس صادقی", "0912 090 3321", "خفته", BadgeKind.GREY, "۱۴۰۴/۱۰/۰۲", "۶٬۱۳۰٬۰۰۰"),
        ("فرهاد باقری", "0938 652 7110", "وفادار", BadgeKind.PRIMARY, "۱۴۰۵/۰۷/۱۹", "۷٬۷۴۰٬۰۰۰"),
        ("پریسا نوری", "0913 288 0547", "از دست رفته", BadgeKind.RED, "۱۴۰۴/۰۲/۳۰", "۲٬۹۰۰٬۰۰۰"),
        ("کیان شریفی", "0915 473 6690", "امیدبخش", BadgeKind.BLUE, "۱۴۰۵/۰۸/۰۶", "۱٬۳۶۰٬۰۰۰"),
    )
]
EVENTS = [
    TimelineItem(kind="x", id=new_id(), **line)
    for line in (
        {
            "badge": "خرید",
            "badge_kind": BadgeKind.PRIMARY,
            "title": "۲ قلم · ۱٬۸۰۰٬۰۰۰ تومان",
            "when": "دیروز ۱۸:۴۰",
            "text": "کفش پیاده‌روی مردانه، جوراب نخی — با کوپن پاییز۱۰",
        },
        {
            "badge": "تماس ورودی",
            "badge_kind": BadgeKind.BLUE,
            "title": "پیگیری ارسال سفارش",
            "when": "۱۴۰۵/۰۸/۲۸",
            "text": "۳ دقیقه · پاسخ‌گو: زهرا · نتیجه: فردا تماس بگیریم",
        },
        {
            "badge": "شکایت",
            "badge_kind": BadgeKind.RED,
            "title": "تأخیر در ارسال",
            "when": "۱۴۰۵/۰۸/۲۷",
            "text": "مسئول: رضا · سررسید ۱۴۰۵/۰۹/۰۲",
            "status": "در حال بررسی",
            "status_kind": BadgeKind.AMBER,
        },
        {
            "badge": "پیامک",
            "badge_kind": BadgeKind.GREY,
            "title": "کمپین پاییزه",
            "when": "۱۴۰۵/۰۸/۱۵",
            "text": "رسیده · کلیک کرده · خرید کرده",
        },
    )
]


def card(*, margin: int = theme.L) -> tuple[QFrame, QVBoxLayout]:
    """Return a surface and the column of what lies on it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.M)
    return frame, column


def customers_page(display: Display) -> QWidget:
    """Return the customers' page of the design."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
    row.setSpacing(theme.M)
    left, column = card(margin=1)
    bar = ListBar("مشتریان", "جست‌وجو در همین فهرست")
    bar.show_count("۱۲٬۴۸۰ نفر")
    segment = FilterChip("بخش", [(1, "وفادار")])
    segment.set_value(1)
    for chip in (segment, FilterChip("شهر"), FilterChip("برچسب")):
        bar.add_chip(chip)
    bar.add_action(Button("خروجی", icon="download"))
    table: RecordTable[Person] = RecordTable(
        [
            Column(key="name", title="نام", format=lambda one: one.name, stretches=True, bold=True),
            Column(
                key="phone",
                title="تلفن همراه",
                format=lambda one: display.digits(f"\u2066{one.phone}\u2069"),
            ),
            Column(
                key="segment",
                title="بخش",
                format=lambda one: one.segment,
                badge=lambda one: one.kind,
                width=100,
            ),
            Column(key="last", title="آخرین خرید", format=lambda one: one.last, width=110),
            Column(
                key="total",
                title="جمع خرید (تومان)",
                format=lambda one: one.total,
                numeric=True,
                width=130,
            ),
        ],
        name="مشتریان",
    )
    table.paged.rows_wanted.connect(
        lambda generation, ids: table.paged.put_rows(
            generation, ids, [one for one in PEOPLE if one.id in ids]
        )
    )
    table.show_ids([one.id for one in PEOPLE])
    table.make_current(PEOPLE[1].id)
    table.show_sort("last", descending=True)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(table, 1)
    row.addWidget(left, 3)
    row.addWidget(customer_card(), 2)
    return page


def customer_card() -> QWidget:
    """Return one customer's card."""
    frame, column = card()
    head = QHBoxLayout()
    avatar = Avatar()
    avatar.show_name("علی‌رضا لازم‌پور")
    head.addWidget(avatar)
    names = QVBoxLayout()
    names.addWidget(Label("علی‌رضا لازم‌پور", "title"))
    names.addWidget(Label("اشتراک ۱۰۴۲ · اصفهان · آشنایی از اینستاگرام", "muted", wrap=True))
    head.addLayout(names, 1)
    head.addWidget(Button("ویرایش", keys="F4"))
    column.addLayout(head)
    figures = QHBoxLayout()
    figures.setSpacing(theme.S)
    for title, figure in (
        ("جمع خرید", "۱۲٬۲۵۰٬۰۰۰"),
        ("تعداد خرید", "۱۴"),
        ("ارزش ۱۲ ماه آینده", "۵٬۱۰۰٬۰۰۰"),
        ("امتیاز باشگاه", "۱٬۲۲۵"),
    ):
        one = FigureCard(title)
        one.show_figure(figure)
        figures.addWidget(one)
    column.addLayout(figures)
    column.addWidget(Note("شکایت باز: «تأخیر در ارسال» · ۲ روز مانده تا سررسید"))
    column.addWidget(
        Tabs(
            [
                ("all", "همه رویدادها"),
                ("calls", "تماس‌ها ۹"),
                ("buys", "خریدها ۱۴"),
                ("c", "شکایت‌ها ۲"),
            ]
        )
    )
    timeline = Timeline(name="رویدادها")
    timeline.show_items(EVENTS)
    column.addWidget(timeline, 1)
    return frame


def dashboard_page(display: Display) -> QWidget:
    """Return the dashboard of the design."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
    column.setSpacing(theme.M)
    figures = QHBoxLayout()
    figures.setSpacing(theme.M)
    for title, figure, badge, kind in (
        ("فروش", "۴۸۶٬۲۰۰٬۰۰۰", "▲ ۱۲٪", BadgeKind.PRIMARY),
        ("مشتری تازه", "۹۴", "▲ ۸٪", BadgeKind.PRIMARY),
        ("بازگشت مشتری", "۴۱٪", "▲ ۳٪", BadgeKind.PRIMARY),
        ("شکایت باز", "۷", "۲ دیرکرد", BadgeKind.RED),
        ("رضایت (NPS)", "+۵۲", "▼ ۴", BadgeKind.AMBER),
    ):
        one = FigureCard(title, large=True)
        one.show_figure(figure, badge=badge, kind=kind)
        figures.addWidget(one)
    column.addLayout(figures)
    frame, inner = card()
    inner.addWidget(Label("فروش ماهانه", "heading"))
    chart = Chart(format_value=lambda value: display.number(int(value)), name="فروش ماهانه")
    chart.show_values(
        [display.month_name(month) for month in range(1, 12)],
        [42, 36, 46, 34, 52, 48, 60, 54, 63, 64, 78],
        forecast=3,
    )
    inner.addWidget(chart, 1)
    column.addWidget(frame, 3)
    lower = QHBoxLayout()
    lower.setSpacing(theme.M)
    for title in ("کارهای امروز", "مشتریان در خطر رفتن"):
        frame, inner = card()
        inner.addWidget(Label(title, "heading"))
        inner.addWidget(
            EmptyState("list-checks", "کاری برای امروز نیست", action="کار تازه", on_action=print)
        )
        lower.addWidget(frame)
    column.addLayout(lower, 2)
    return page


def shell(display: Display, key: str, *, width: int = 1366, height: int = 768) -> MainWindow:
    """Return the window with a page open."""
    pages = {
        "dashboard": ("پیشخوان", "layout-dashboard", lambda: dashboard_page(display)),
        "customers": ("مشتریان", "users", lambda: customers_page(display)),
        "calls": ("تماس‌ها", "phone", QWidget),
        "complaints": ("شکایت‌ها", "message-square-warning", QWidget),
        "purchases": ("خریدها", "shopping-bag", QWidget),
        "tasks": ("کارها و پیگیری", "list-checks", QWidget),
        "reports": ("گزارش‌ها", "file-text", QWidget),
        "settings": ("تنظیمات", "settings", QWidget),
    }
    specs = [
        PageSpec(key=name, title=title, icon=icon, factory=factory)
        for name, (title, icon, factory) in pages.items()
    ]
    settings = Settings(Path(mkdtemp()) / "settings.json")
    window = MainWindow("فروشگاه نمونه", specs, lambda _text, _show: None, settings)
    window.sidebar.show_count("complaints", "۳")
    window.sidebar.show_count("tasks", "۵")
    window.sidebar.show_status(["پشتیبان: امروز ۰۹:۳۰", "کاربر: صندوق‌دار"])
    window.open_page(key)
    window.setWindowState(Qt.WindowState.WindowNoState)  # it fills small screens by itself
    window.resize(width, height)
    return window


def fields(display: Display) -> Stage:
    """Return each kind of field in two columns."""
    stage = Stage()
    form = Form(columns=2, label_width=90)
    form.add(
        "name", "نام", TextEdit(placeholder="نام و نام خانوادگی"), required=Problem.NAME_MISSING
    )
    form.add("city", "شهر", Choice([(None, "—"), (1, "اصفهان")]))
    money = form.add("price", "قیمت", MoneyEdit(display))
    money.set_value(12_500_000)
    form.add("quantity", "مقدار", QuantityEdit(display)).set_value(1_500)
    form.add("minutes", "مدت", NumberEdit(display, unit="دقیقه")).set_value(12)
    form.add("birth", "تاریخ", JalaliEdit(display, today=lambda: TODAY)).set_value(TODAY)
    form.add("phone", "همراه", PhoneEdit(display)).restore("09123456789")
    form.add("tick", "", Tick("پیامک بفرستیم", ticked=True))
    form.section("نشانی")
    form.add("address", "نشانی", MultilineEdit(lines=2), wide=True)
    form.more("جزئیات بیشتر")
    form.add("job", "شغل", TextEdit())
    form.mark_clean()
    frame, column = card()
    column.addWidget(form)
    stage.column.addWidget(frame)
    buttons = QHBoxLayout()
    for button in (
        Button("مشتری تازه", keys="Ctrl+N", kind="primary", icon="plus"),
        Button("ثبت خرید", keys="F3"),
        Button("چاپ PDF", icon="printer"),
        Button("حذف", kind="danger", icon="trash-2"),
        Button("آرام", kind="quiet"),
    ):
        buttons.addWidget(button)
    disabled = Button("ناممکن")
    disabled.setEnabled(False)
    buttons.addWidget(disabled)
    buttons.addStretch(1)
    stage.column.addLayout(buttons)
    for kind in BadgeKind:
        stage.column.addWidget(Note("یادداشتی که باید دیده شود", kind))
    stage.column.addStretch(1)
    return stage


def messages(_display: Display) -> Stage:
    """Return bars at the bottom and a question."""
    stage = Stage()
    stage.messenger.show_error(InvalidInput(Problem.DISK_FULL))
    stage.messenger.offer_undo("«علی‌رضا لازم‌پور» به سطل رفت.", lambda: None)
    stage.messenger.ask(
        "نوشته‌ی شما دور ریخته شود؟",
        accept="دور بریز",
        on_accept=lambda: None,
        refuse="ادامه‌ی نوشتن",
        dangerous=True,
    )
    return stage


def scenes(display: Display) -> Iterator[tuple[str, QWidget]]:
    """Yield each picture's name and window."""
    yield "call", call_sheet(display)
    yield "call-small", call_sheet(display, width=960, height=600)
    yield "customers", shell(display, "customers")
    yield "customers-small", shell(display, "customers", width=1024, height=600)
    yield "dashboard", shell(display, "dashboard")
    yield "fields", fields(display)
    yield "messages", messages(display)


def main() -> None:
    """Draw all scenes into a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", default="fa")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    set_language(options.language)
    theme.apply_theme(app, language=options.language, scheme="dark" if options.dark else "light")
    display = Display(
        options.language, currency("IRR"), MoneyUnit.TOMAN, "jalali", ZoneInfo("Asia/Tehran")
    )
    for name, window in scenes(display):
        window.show()
        QTimer.singleShot(200, app.quit)
        app.exec()
        window.grab().save(str(options.folder / f"{name}.png"))
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    main()
