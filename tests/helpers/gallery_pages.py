"""The pages of the design, made of the widgets of the program."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.settings import Settings
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.widgets.avatar import Avatar
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chart import Chart
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.ui.widgets.timeline import Timeline, TimelineItem
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import new_id


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
    TimelineItem(
        kind="purchase",
        id=new_id(),
        badge="خرید",
        badge_kind=BadgeKind.PRIMARY,
        title="۲ قلم · ۱٬۸۰۰٬۰۰۰ تومان",
        when="دیروز ۱۸:۴۰",
        text="کفش پیاده‌روی مردانه، جوراب نخی — با کوپن پاییز۱۰",
    ),
    TimelineItem(
        kind="interaction",
        id=new_id(),
        badge="تماس ورودی",
        badge_kind=BadgeKind.BLUE,
        title="پیگیری ارسال سفارش",
        when="۱۴۰۵/۰۸/۲۸",
        text="۳ دقیقه · پاسخ‌گو: زهرا · نتیجه: فردا تماس بگیریم",
    ),
    TimelineItem(
        kind="complaint",
        id=new_id(),
        badge="شکایت",
        badge_kind=BadgeKind.RED,
        title="تأخیر در ارسال",
        when="۱۴۰۵/۰۸/۲۷",
        text="مسئول: رضا · سررسید ۱۴۰۵/۰۹/۰۲",
        status="در حال بررسی",
        status_kind=BadgeKind.AMBER,
    ),
    TimelineItem(
        kind="interaction",
        id=new_id(),
        badge="پیامک",
        badge_kind=BadgeKind.GREY,
        title="کمپین پاییزه",
        when="۱۴۰۵/۰۸/۱۵",
        text="رسیده · کلیک کرده · خرید کرده",
    ),
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


def shell(display: Display, name: PageName, *, width: int = 1366, height: int = 768) -> MainWindow:
    """Return the window with a page open."""
    pages = {
        PageName.DASHBOARD: ("پیشخوان", "layout-dashboard", lambda: dashboard_page(display)),
        PageName.CUSTOMERS: ("مشتریان", "users", lambda: customers_page(display)),
        PageName.INTERACTIONS: ("تماس‌ها", "phone", QWidget),
        PageName.COMPLAINTS: ("شکایت‌ها", "message-square-warning", QWidget),
        PageName.PURCHASES: ("خریدها", "shopping-bag", QWidget),
        PageName.TASKS: ("کارها و پیگیری", "list-checks", QWidget),
        PageName.REPORTS: ("گزارش‌ها", "file-text", QWidget),
        PageName.SETTINGS: ("تنظیمات", "settings", QWidget),
    }
    specs = [
        PageSpec(name=one, title=title, icon=icon, build=build)
        for one, (title, icon, build) in pages.items()
    ]
    settings = Settings(Path(mkdtemp()) / "settings.json")
    window = MainWindow("فروشگاه نمونه", specs, lambda _text, _show: None, settings)
    window.sidebar.show_count(PageName.COMPLAINTS, "۳")
    window.sidebar.show_count(PageName.TASKS, "۵")
    window.sidebar.show_status(["پشتیبان: امروز ۰۹:۳۰", "کاربر: صندوق‌دار"])
    window.open_page(name)
    window.setWindowState(Qt.WindowState.WindowNoState)  # it fills small screens by itself
    window.resize(width, height)
    return window
