"""Pictures of the tour of what comes in from files."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.imports.page import ImportsPage
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.values.money import currency
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.timezone import LocalZone

Picture = Callable[[QWidget, str], None]
_CUSTOMERS_FILE = """\
نام;نام خانوادگی;موبایل;شهر;تاریخ تولد;سایز کفش;توضیحات
مریم;احمدی;09123456781;تهران;1370/08/30;38;خوش‌حساب
علی‌رضا;لازم‌پور;0935 112 4409;اصفهان;1365/01/02;42;
سمیرا;کریمی;0919770;شیراز;1372/13/01;39;عصرها زنگ بزنید
حسن;یوسفی;09024419062;تبریز;;44;
نرگس;صادقی;09120903322;رشت;1368/11/15;37;
فرهاد;باقری;09386527111;یزد;1355/04/09;43;عمده می‌خرد
پریسا;نوری;09132880548;کرمان;;36;
فرهاد;باقری;09386527111;یزد;1355/04/09;43;
"""
# What a person has to know before it comes in: a scale, somebody else's phone, a title twice, sums.
_DOUBTED_FILE = """\
ردیف,شمارهٔ فاکتور,تاریخ,مشتری,موبایل,ایمیل,موبایل معرف,کالا,تعداد,مبلغ (هزار تومان),نوع,کالا
1,2101,1405/02/01,مریم احمدی,09123456781,maryam@,09121110000,قهوه,2 بسته,480,عادی,
2,2102,1405/02/01,سمیرا کریمی,09351124409,samira@example.com,09121110000,چای,1 بسته,250 هزار,عادی,
جمع صفحه,,,,,,,,,730,,
3,2103,1405/02/02,حسن یوسفی,09024419062,hasan@example.com,,قهوه,۳ بسته,720,ویژه,
جمع کل,,,,,,,,,1450,,
تهیه‌کننده: نوری,,,,,,,,,,,
"""
_LONG_FILE = 4_000


def photograph_imports(shop: ShopWindow, file: Path, picture: Picture) -> None:
    """Photograph the wizard of imports step by step, and the list with what it brought in."""
    window = shop.window
    file.write_text(_CUSTOMERS_FILE, encoding="utf-8")
    window.open_page(PageName.IMPORTS)
    window.findChildren(ImportsPage)[0].start(path=file)
    wizard = window.findChildren(ImportWizard)[0]
    for name in ("file", "columns", "check", "result"):
        picture(window, f"import-{name}")
        wizard.go_on()
    wizard.close_overlay()
    _photograph_doubts(shop, file, picture)
    window.open_page(PageName.IMPORTS)
    picture(window, "page-imports-list")


def _photograph_doubts(shop: ShopWindow, file: Path, picture: Picture) -> None:
    """Photograph a list of which a person should know something before it comes in."""
    window = shop.window
    file.write_text(_DOUBTED_FILE, encoding="utf-8")
    window.findChildren(ImportsPage)[0].start(path=file)
    wizard = window.findChildren(ImportWizard)[-1]
    picture(window, "import-doubts-file")
    wizard.go_on()
    picture(window, "import-doubts-columns")
    wizard.go_on()
    picture(window, "import-doubts-check")
    wizard.discard()


def photograph_under_way(shop: ShopWindow, file: Path, picture: Picture) -> None:
    """Photograph the list of imports while a file comes in, and take out what came."""
    lines = [f"فرد {number};0935{number:07}" for number in range(_LONG_FILE)]
    file.write_text("\n".join(["نام;موبایل", *lines]), encoding="utf-8")
    conventions = Conventions(
        currency=currency(shop.ui.shop.currency),
        area_code=shop.ui.shop.area_code,
        today=shop.ui.today(),
        timezone=LocalZone(),
    )
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.CUSTOMERS, conventions).mapping

    def look(done: int, _total: int) -> None:
        if done < _LONG_FILE // 2:  # the first portion is not in the file yet
            return
        shop.ui.background.changed.emit(None)
        picture(shop.window, "page-imports-under-way")
        raise Cancelled

    shop.window.open_page(PageName.IMPORTS)
    request = ImportRequest(path=file, mapping=mapping, conventions=conventions)
    with suppress(Cancelled):
        run_import(shop.ui.background.database, request, report_progress=look)
