<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_US">
    <context>
        <name>AcquisitionChannel</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Advertisement</source>
            <translation>تبلیغات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Referral</source>
            <translation>معرفی دیگران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Shop's own list</source>
            <translation>فهرست خود فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Walk-in</source>
            <translation>مراجعهٔ حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Call</source>
            <translation>تماس تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Fax</source>
            <translation>نمابر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Letter</source>
            <translation>نامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>SMS</source>
            <translation>پیامک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Visit</source>
            <translation>حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>WhatsApp</source>
            <translation>واتساپ</translation>
        </message>
    </context>
    <context>
        <name>ComplaintStatus</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Closed</source>
            <translation>بسته‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>In progress</source>
            <translation>در حال بررسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>New</source>
            <translation>تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Reopened</source>
            <translation>بازشدهٔ دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Resolved</source>
            <translation>حل‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Waiting for customer</source>
            <translation>منتظر مشتری</translation>
        </message>
    </context>
    <context>
        <name>ConsentChannel</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Call</source>
            <translation>تماس تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>SMS</source>
            <translation>پیامک</translation>
        </message>
    </context>
    <context>
        <name>Currency</name>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Armenian drams</source>
            <translation>درام ارمنستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Australian dollars</source>
            <translation>دلار استرالیا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Azerbaijani manats</source>
            <translation>منات آذربایجان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Bahraini dinars</source>
            <translation>دینار بحرین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Canadian dollars</source>
            <translation>دلار کانادا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Chinese yuan</source>
            <translation>یوان چین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Danish kroner</source>
            <translation>کرون دانمارک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Georgian laris</source>
            <translation>لاری گرجستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Indian rupees</source>
            <translation>روپیهٔ هند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Iraqi dinars</source>
            <translation>دینار عراق</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Japanese yen</source>
            <translation>ین ژاپن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Jordanian dinars</source>
            <translation>دینار اردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Kazakh tenges</source>
            <translation>تنگهٔ قزاقستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Kuwaiti dinars</source>
            <translation>دینار کویت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Lebanese pounds</source>
            <translation>لیرهٔ لبنان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Malaysian ringgits</source>
            <translation>رینگیت مالزی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Norwegian kroner</source>
            <translation>کرون نروژ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Omani rials</source>
            <translation>ریال عمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Pakistani rupees</source>
            <translation>روپیهٔ پاکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Qatari riyals</source>
            <translation>ریال قطر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Russian rubles</source>
            <translation>روبل روسیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Saudi riyals</source>
            <translation>ریال عربستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>South Korean won</source>
            <translation>وون کره جنوبی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Swedish kronor</source>
            <translation>کرون سوئد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Swiss francs</source>
            <translation>فرانک سوئیس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Syrian pounds</source>
            <translation>لیرهٔ سوریه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Tajik somonis</source>
            <translation>سامانی تاجیکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Turkish liras</source>
            <translation>لیر ترکیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Turkmen manats</source>
            <translation>منات ترکمنستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>UAE dirhams</source>
            <translation>درهم امارات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>US dollars</source>
            <translation>دلار آمریکا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Uzbek soms</source>
            <translation>سوم ازبکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>afghanis</source>
            <translation>افغانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>euros</source>
            <translation>یورو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>pounds sterling</source>
            <translation>پوند انگلیس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>rials</source>
            <translation>ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>toman</source>
            <translation>تومان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{amount} {unit}</source>
            <translation>{amount} {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{rials} rials</source>
            <translation>{rials} ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{tomans} toman and {rials} rials</source>
            <translation>{tomans} تومان و {rials} ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{whole} and {part} hundredths {unit}</source>
            <translation>{whole} و {part} صدم {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{whole} and {part} thousandths {unit}</source>
            <translation>{whole} و {part} هزارم {unit}</translation>
        </message>
    </context>
    <context>
        <name>CustomerKind</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Company</source>
            <translation>شرکت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Person</source>
            <translation>شخص</translation>
        </message>
    </context>
    <context>
        <name>Direction</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Incoming</source>
            <translation>ورودی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Outgoing</source>
            <translation>خروجی</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>tomorrow</source>
            <translation>فردا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>yesterday</source>
            <translation>دیروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{amount} {unit}</source>
            <translation>{amount} {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{days} d</source>
            <translation>{days} روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{days} d {hours} h</source>
            <translation>{days} روز و {hours} ساعت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{day} {month}</source>
            <translation>{day} {month}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{hours} h</source>
            <translation>{hours} ساعت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} ساعت و {minutes} دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{minutes} min</source>
            <translation>{minutes} دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} دقیقه و {seconds} ثانیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{seconds} s</source>
            <translation>{seconds} ثانیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{weekday}, {day} {month} {year}</source>
            <translation>{weekday} {day} {month} {year}</translation>
        </message>
    </context>
    <context>
        <name>FavoriteKind</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Brand</source>
            <translation>برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
    </context>
    <context>
        <name>FieldKind</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Choice</source>
            <translation>انتخاب از فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Text</source>
            <translation>متن</translation>
        </message>
    </context>
    <context>
        <name>Gender</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Female</source>
            <translation>زن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Male</source>
            <translation>مرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
    </context>
    <context>
        <name>IncomeBand</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>High income</source>
            <translation>پردرآمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Low income</source>
            <translation>کم‌درآمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Lower-middle income</source>
            <translation>کمتر از متوسط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Middle income</source>
            <translation>متوسط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Upper-middle income</source>
            <translation>بیشتر از متوسط</translation>
        </message>
    </context>
    <context>
        <name>InteractionOutcome</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Needs follow-up</source>
            <translation>نیاز به پیگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>No answer</source>
            <translation>پاسخ نداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Not interested</source>
            <translation>تمایل ندارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Ordered</source>
            <translation>سفارش داد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Promised</source>
            <translation>قول داد</translation>
        </message>
    </context>
    <context>
        <name>MoneyUnit</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Rial</source>
            <translation>ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>The currency's own unit</source>
            <translation>واحد خود ارز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Toman</source>
            <translation>تومان</translation>
        </message>
    </context>
    <context>
        <name>PaymentMethod</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Card</source>
            <translation>کارت‌خوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Card to card</source>
            <translation>کارت به کارت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Cash</source>
            <translation>نقد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Cheque</source>
            <translation>چک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Instalments</source>
            <translation>قسطی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>On account</source>
            <translation>نسیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Online</source>
            <translation>درگاه اینترنتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
    </context>
    <context>
        <name>PhoneLabel</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Fax</source>
            <translation>نمابر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Home</source>
            <translation>خانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Mobile</source>
            <translation>همراه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Work</source>
            <translation>محل کار</translation>
        </message>
    </context>
    <context>
        <name>PurchaseChannel</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>In store</source>
            <translation>حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Phone</source>
            <translation>تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
    </context>
    <context>
        <name>RecordKind</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Interaction</source>
            <translation>تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Return</source>
            <translation>مرجوعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Task</source>
            <translation>کار</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Manager</source>
            <translation>مدیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Owner</source>
            <translation>صاحب فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Staff</source>
            <translation>فروشنده</translation>
        </message>
    </context>
    <context>
        <name>Severity</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Critical</source>
            <translation>بحرانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>High</source>
            <translation>زیاد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Low</source>
            <translation>کم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Normal</source>
            <translation>معمولی</translation>
        </message>
    </context>
    <context>
        <name>SocialNetwork</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Bale</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Eitaa</source>
            <translation>ایتا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>LinkedIn</source>
            <translation>لینکدین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Rubika</source>
            <translation>روبیکا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>WhatsApp</source>
            <translation>واتساپ</translation>
        </message>
    </context>
    <context>
        <name>TaskRepeat</name>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Does not repeat</source>
            <translation>بدون تکرار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Every day</source>
            <translation>هر روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Every month</source>
            <translation>هر ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Every week</source>
            <translation>هر هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/labels.py" />
            <source>Every year</source>
            <translation>هر سال</translation>
        </message>
    </context>
</TS>
