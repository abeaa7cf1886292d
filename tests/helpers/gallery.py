"""Pictures of every widget with Persian contents: `python -m tests.helpers.gallery FOLDER`."""

import argparse
import os
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.queries.change_detail import ChangedPart, ChangedRecord, ChangedValue
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.audit.values import ChangedValues
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit, PartialDateEdit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_edit import ListEdit
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.picker import RecordPicker
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.ui.widgets.time_edit import TimeEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.phone import Phone
from tests.helpers.gallery_pages import card, shell

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


def fields(display: Display) -> Stage:
    """Return each kind of field in two columns."""
    stage = Stage(height=1000)
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
    form.section("دیگر")
    form.add("birthday", "تولد", PartialDateEdit(display, today=lambda: TODAY)).restore("8/30")
    form.add("time", "ساعت", TimeEdit(display)).set_value(time(12, 0))
    form.add("tags", "برچسب", TagsEdit(lambda: ["وفادار"])).set_value(("وفادار", "عمده"))
    phones = form.add("phones", "تلفن‌ها", ListEdit(lambda: PhoneEdit(display)))
    phones.set_value((Phone.parse("09123456789"), Phone.parse("02188776655")))
    picker = form.add("by", "معرف", RecordPicker(lambda _text, _show: None))
    picker.set_value(Hit(kind="customer", id=new_id(), title="مریم احمدی", text="اصفهان"))
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


def audit(display: Display) -> Stage:
    """Return what the audit trail shows of one entry."""
    stage = Stage(width=420)
    whole = RecordName(table="customers", id=new_id(), name="مریم محمدی", exists=True)
    phone = RecordName(table="customer_phones", id=new_id(), name="+989123456789")
    changed = ChangedPart(
        name=whole,
        kind=ChangeKind.UPDATE,
        values=(
            ChangedValue(column="last_name", before="احمدی", after="محمدی"),
            ChangedValue(
                column="notes",
                before="هر پنج‌شنبه می‌آید.",
                after="هر پنج‌شنبه می‌آید و همیشه نقد می‌پردازد؛ این ماه نیامد.",
            ),
            ChangedValue(column="referred_by_id", before=None, after=whole),
        ),
        is_emptied=False,
    )
    gone = ChangedPart(
        name=phone,
        kind=ChangeKind.DELETE,
        values=(ChangedValue(column="number", before="+989123456789", after=None),),
        is_emptied=False,
    )
    emptied = ChangedPart(name=phone, kind=ChangeKind.UPDATE, values=(), is_emptied=True)
    values = ChangedValues(display)
    values.show_record(ChangedRecord(id=whole.id, name=whole, parts=(changed, gone, emptied)))
    frame, column = card()
    column.addWidget(values)
    stage.column.addWidget(frame)
    return stage


def scenes(display: Display) -> Iterator[tuple[str, QWidget]]:
    """Yield each picture's name and window."""
    yield "audit", audit(display)
    yield "call", call_sheet(display)
    yield "call-small", call_sheet(display, width=960, height=600)
    yield "customers", shell(display, PageName.CUSTOMERS)
    yield "customers-small", shell(display, PageName.CUSTOMERS, width=1024, height=600)
    yield "dashboard", shell(display, PageName.DASHBOARD)
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
