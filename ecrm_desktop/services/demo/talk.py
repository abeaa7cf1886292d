"""What customers and sellers of the sample shop say to each other, and what goes wrong."""

from dataclasses import dataclass
from typing import Final

from ecrm_desktop.services.demo.draws import entries
from ecrm_desktop.values.statuses import InteractionOutcome, Severity

_Q: Final = InteractionOutcome


@dataclass(frozen=True, slots=True)
class Talk:
    """What an interaction was about; `text` may name `{item}`."""

    subject: str
    text: str
    outcome: InteractionOutcome


QUESTIONS: Final = (
    Talk("پرسش دربارهٔ سایز", "پرسید {item} سایز ۴۲ داریم. گفتم تا سه‌شنبه می‌رسد.", _Q.DONE),
    Talk("پرسش قیمت", "قیمت {item} را خواست و گفت فکر می‌کند و خبر می‌دهد.", _Q.NEEDS_FOLLOW_UP),
    Talk("موجودی", "رنگ دیگر {item} را می‌خواست. در انبار نبود، قرار شد خبرش کنیم.", _Q.PROMISED),
    Talk("ساعت کار", "ساعت کار جمعه را پرسید.", _Q.DONE),
    Talk("سفارش تلفنی", "{item} را سفارش داد، با پیک فرستادیم.", _Q.ORDERED),
    Talk("پیگیری مرسوله", "پرسید بستهٔ {item} کی می‌رسد. کد رهگیری را برایش فرستادم.", _Q.DONE),
    Talk("تعویض", "می‌خواست {item} را با سایز بزرگ‌تر عوض کند. گفتم با فاکتور بیاید.", _Q.PROMISED),
    Talk("خرید قسطی", "شرایط خرید قسطی را خواست. برایش توضیح دادم.", _Q.NEEDS_FOLLOW_UP),
    Talk("راهنمای شست‌وشو", "طرز شستن {item} را پرسید.", _Q.DONE),
    Talk(
        "خرید برای هدیه",
        "برای تولد همسرش هدیه می‌خواست. {item} را پیشنهاد دادم.\nگفت آخر هفته سر می‌زند.",
        _Q.PROMISED,
    ),
)

OFFERS: Final = (
    Talk("کالای تازه", "خبر دادم {item} رسیده است. خوشش آمد و گفت می‌آید می‌بیند.", _Q.PROMISED),
    Talk("جشنوارهٔ تخفیف", "دربارهٔ تخفیف پایان فصل گفتم.", _Q.DONE),
    Talk("احوال‌پرسی پس از خرید", "از {item} راضی بود و تشکر کرد.", _Q.DONE),
    Talk("احوال‌پرسی پس از خرید", "گفت {item} کمی تنگ است. گفتم برای تعویض بیاید.", _Q.OTHER),
    Talk("یادآوری", "سفارشش آماده است، گفت فردا می‌آید.", _Q.PROMISED),
    Talk("پیشنهاد ویژه", "{item} را با تخفیف پیشنهاد دادم، گفت لازم ندارد.", _Q.NOT_INTERESTED),
)

MESSAGES: Final = (
    Talk("تبریک تولد", "تولدتان مبارک! ده درصد تخفیف مهمان ما باشید.", _Q.DONE),
    Talk("حراج", "حراج پایان فصل از شنبه آغاز می‌شود. منتظر دیدارتان هستیم.", _Q.DONE),
    Talk("قدردانی", "از خرید شما سپاسگزاریم. کد اشتراکتان را برای تخفیف بعدی نگه دارید.", _Q.DONE),
    Talk("عکس کالا", "عکس {item} را خواست، فرستادم.", _Q.NEEDS_FOLLOW_UP),
    Talk("پاسخ به دایرکت", "دربارهٔ {item} پرسید، قیمت و رنگ‌ها را نوشتم.", _Q.DONE),
)

MISSED: Final = Talk("", "", _Q.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Grievance:
    """What a complaint is about and how such complaints are mended."""

    subject: str
    category: str
    severity: Severity
    description: str
    resolution: str


GRIEVANCES: Final = (
    Grievance("رنگ کالا پس از شستن رفت", "کیفیت کالا", Severity.HIGH,
              "{item} پس از یک بار شستن با آب سرد رنگ داده است.", "کالا با نو عوض شد."),
    Grievance("دوخت باز شده", "کیفیت کالا", Severity.NORMAL,
              "درز {item} پس از دو روز باز شده است.", "خیاط رایگان دوباره دوخت."),
    Grievance("زیپ خراب", "کیفیت کالا", Severity.NORMAL,
              "زیپ {item} گیر می‌کند.", "زیپ در همان روز عوض شد."),
    Grievance("بسته دیر رسید", "ارسال", Severity.NORMAL,
              "قرار بود دوروزه برسد ولی یک هفته طول کشید.", "هزینهٔ ارسال برگردانده شد."),
    Grievance("بسته گم شده", "ارسال", Severity.CRITICAL,
              "پست می‌گوید تحویل داده ولی {item} به دست مشتری نرسیده است.", "کالای دوم فرستاده شد."),
    Grievance("سایز اشتباه فرستاده شد", "ارسال", Severity.NORMAL,
              "به جای سایز ۴۰ سایز ۳۶ {item} رسیده است.", "پیک سایز درست را برد و قبلی را گرفت."),
    Grievance("برخورد نامناسب فروشنده", "رفتار کارکنان", Severity.HIGH,
              "هنگام تعویض {item} با مشتری تند حرف زده شده است.", "عذرخواهی شد و تخفیف داده شد."),
    Grievance("معطلی در صندوق", "رفتار کارکنان", Severity.LOW,
              "نیم ساعت در صف صندوق مانده است.", "توضیح داده شد که صندوق دوم باز می‌شود."),
    Grievance("مبلغ فاکتور نادرست", "قیمت و فاکتور", Severity.HIGH,
              "تخفیف {item} در فاکتور حساب نشده است.", "مابه‌التفاوت به کارت مشتری برگشت."),
    Grievance("تخفیف باشگاه اعمال نشد", "قیمت و فاکتور", Severity.NORMAL,
              "کد تخفیف تولد در خرید اینترنتی کار نکرد.", "کد تازه فرستاده شد."),
    Grievance("کالا با عکس فرق دارد", "خرید اینترنتی", Severity.NORMAL,
              "رنگ {item} با عکس صفحه فرق دارد.", "کالا پس گرفته شد."),
    Grievance("پول برگشتی واریز نشده", "خرید اینترنتی", Severity.HIGH,
              "دو هفته از مرجوع کردن {item} گذشته و پول برنگشته است.", "همان روز واریز شد."),
)  # fmt: skip

PROGRESS_NOTES: Final = entries("""
با مشتری تماس گرفتم و عذرخواهی کردم|به تولیدی خبر دادم|از پست پیگیری کردم|منتظر عکس کالا هستیم
قرار شد کالا را بیاورد|با مدیر هماهنگ شد|مشتری پاسخ نمی‌دهد، فردا دوباره تماس می‌گیرم
""")
REOPEN_NOTES: Final = entries("دوباره همان ایراد پیدا شد|مشتری از جبران راضی نیست")
RETURN_REASONS: Final = entries("سایز مناسب نبود|رنگ را نپسندید|ایراد دوخت|هدیه بود و تکراری شد")

CHORES: Final = entries("""
سفارش کاغذ فاکتور و نایلون|تسویه با تولیدی ماهور|چیدن ویترین تازه|شمارش انبار روسری و شال
عکاسی از کالاهای تازه برای اینستاگرام|پرداخت قبض برق مغازه|سرویس کولر
تماس با پیک برای قرارداد تازه
""")
DROPPED_CHORES: Final = entries("تعمیر در مغازه|خرید صندلی تازه برای اتاق پرو")
REPEATED_CHORES: Final = entries("بستن صندوق و شمردن|گزارش فروش هفته برای مدیر|پرداخت اجارهٔ مغازه")

TAGS: Final = entries("""
خوش‌حساب|عمده|سایز بزرگ|خرید اینستاگرامی|مشکل‌پسند|همسایه|خرید نسیه
""")
NOTES: Final = entries("""
رنگ‌های روشن دوست دارد|همیشه با خواهرش می‌آید|پیش از نوروز برای همهٔ خانواده خرید می‌کند
ترجیح می‌دهد عصرها تماس بگیریم|از پلاستیک خوشش نمی‌آید، ساک پارچه‌ای بدهیم|مدیر مدرسهٔ نزدیک است
نسیه نمی‌خواهد|کفش پهن می‌پوشد|پارکینگ نزدیک می‌پرسد
""")
