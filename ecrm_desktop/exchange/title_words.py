"""The words by which people and programs title the columns of a file."""

from collections.abc import Mapping
from typing import Final

from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """Return field → titles, for lines of `field: title|title` and indented ones that go on."""
    entries = text.strip().replace("\n  |", "|").splitlines()
    pairs = (entry.split(": ", 1) for entry in entries)
    return {field: tuple(titles.split("|")) for field, titles in pairs}


_PERSON: Final = _table("""
code: کد مشتری|شماره مشتری|کد اشتراک|شماره اشتراک|اشتراک|کد عضویت|شماره عضویت|کد عضو
  |کد طرف حساب|کد طرف مقابل|کد شخص|کد اشخاص|کد تفصیلی|تفصیلی|کد حساب|شماره حساب مشتری
  |شناسه مشتری|کد خریدار|کد پرونده|شماره پرونده|customer code|customer id|customer number
  |customer no|cust id|custid|customer|client id|client code|member id|membership number
  |account code|account number|account id|user id|customer_id|id customer
name: نام و نام خانوادگی|نام و نام‌خانوادگی|نام ونام خانوادگی|نام نام خانوادگی|نام کامل
  |نام مشتری|اسم مشتری|نام خریدار|خریدار|مشتری|نام طرف حساب|طرف حساب|نام شخص|عنوان طرف حساب
  |نام حساب|عنوان مشتری|شرح حساب|نام و فامیل|نام و فامیلی|اسم و فامیل|نام تفصیلی
  |نام تحویل گیرنده|نام بیمار|نام مراجع|نام مشترک|نام عضو|نام هنرجو|نام دانش آموز|نام مهمان
  |patient name|member name|student name|guest name|full name|fullname|customer name
  |client name|contact name|display name
  |buyer name|buyer|customer|client|billing name|billing full name|name of customer|bill to name
  |account name
first_name: نام کوچک|اسم کوچک|first name|firstname|given name|forename
  |billing first name
  |customer first name|fname
last_name: نام خانوادگی|نام‌خانوادگی|فامیل|فامیلی|شهرت|خانوادگی|last name|lastname|surname
  |family name|family|billing last name|customer last name|lname
phone: ش تماس|ش موبایل|ش همراه|تلفن خریدار|موبایل|تلفن همراه|همراه|شماره موبایل|شماره همراه
  |شماره تلفن همراه|تلفن|شماره تلفن
  |شماره تماس|تلفن تماس|شماره|موبایل مشتری|تلفن مشتری|شماره مشتری موبایل|شماره تماس مشتری
  |شماره موبایل مشتری|تلفن ۱|موبایل ۱|تلفن ثابت|تلفن منزل|تلفن محل کار|phone|phone number
  |mobile|mobile phone|mobile number|cell|cell phone|cellphone|tel|telephone
  |telephone number|phone 1|customer phone|billing phone|contact number|phone no|mobile no
  |primary phone|msisdn|gsm
""")
_COUNTRIES: Final = _table("""
phone_country: کد کشور|پیش شماره کشور|کد کشور تلفن|country code|phone country|phone country code
  |primary phone country code|calling code|phone calling code|primary phone calling code|dial code
  |dialing code|country calling code|کشور|کشور محل سکونت|نام کشور|country|country name
  |country/region|country region
""")
_CUSTOMERS: Final = _table("""
first_name: نام|اسم|name|middle name
code: کد|شناسه|ردیف مشتری|code|id|number|record id|contact id|شماره اشتراک مشتری
name: نام|اسم|عنوان|مخاطب|نام مخاطب|name|title|contact
company: شرکت|نام شرکت|سازمان|نام سازمان|فروشگاه|نام فروشگاه|نام تجاری|محل کار|کارفرما
  |company|company name|organization|organisation|organization name|business name|account name
  |related company|company name text|parent company|account
  |billing company|employer|default address company
kind: نوع مشتری|نوع|نوع شخص|حقیقی حقوقی|حقیقی/حقوقی|نوع طرف حساب|ماهیت|customer type|kind|type
  |is a company|is company|contact type|account type
phone2: تلفن دوم|تلفن ۲|موبایل دوم|موبایل ۲|تلفن ثابت|تلفن منزل|تلفن محل کار|شماره دوم
  |تلفن ۱|phone 2|second phone|home phone|work phone|business phone|landline|other phone
  |shipping phone
phone3: تلفن سوم|تلفن ۳|موبایل سوم|موبایل ۳|phone 3|third phone
fax: فکس|نمابر|دورنگار|شماره فکس|شماره نمابر|fax|fax number|business fax|home fax
email: ایمیل|رایانامه|پست الکترونیک|پست الکترونیکی|آدرس ایمیل|نشانی ایمیل|email|e-mail|mail
  |email address|e-mail address|e-mail 1 - value|billing email|user email|customer email
national_id: کد ملی|شماره ملی|کدملی|کد ملی شناسه ملی|شناسه ملی|کد ملی مشتری|national id
  |national code|national number|nationalcode|melli code|nid|ssn
birth_date: تاریخ تولد|تولد|روز تولد|ت تولد|birth date|birthdate|birthday|date of birth|dob
  |bday
gender: جنسیت|جنس|gender|sex|salutation|prefix|name prefix|title|عنوان|پیشوند|خطاب|آقا/خانم|لقب
job: شغل|سمت|حرفه|پیشه|عنوان شغلی|job|job title|occupation|profession|position|title|job position
marriage_date: تاریخ ازدواج|سالگرد ازدواج|ازدواج|marriage date|wedding date|anniversary
spouse_name: نام همسر|همسر|spouse|spouse name
income_band: درآمد|سطح درآمد|income|income band
province: استان|ایالت|province|state|region|state/region|state/province|billing state|governorate
city: شهر|شهرستان|نام شهر|محل سکونت|city|town|billing city|default address city
address: آدرس|نشانی|محل|آدرس منزل|آدرس پستی|آدرس محل کار|نشانی پستی|آدرس کامل|خیابان|address
  |street address|street|address 1|address line 1|address 2|address line 2|billing address 1
  |billing address 2|billing address|full address|home address
postal_code: کد پستی|کدپستی|صندوق پستی|postal code|postcode|post code|zip|zip code
  |billing postcode|zipcode|zip/postal code|zip postal code|mailing zip|billing zip|shipping zip
channel: نحوه آشنایی|نحوهٔ آشنایی|روش آشنایی|طریقه آشنایی|منبع آشنایی|کانال آشنایی|آشنایی
  |معرف|منبع|کانال جذب|source|lead source|acquisition channel|channel|original source
  |found us by|how did you hear about us|referral source|آشنایی از|نحوه معرفی|روش معرفی
referrer: معرف|نام معرف|معرفی کننده|معرف مشتری|معرفی شده توسط|referrer|referred by
  |referrer name|referral
preferred_channel: راه تماس دلخواه|روش تماس|روش ارتباط|روش تماس ترجیحی|preferred channel
  |preferred contact method
consent_sms: اجازه پیامک|دریافت پیامک|رضایت پیامک|accepts sms marketing|sms opt in
  |sms consent
consent_email: اجازه ایمیل|دریافت ایمیل|خبرنامه|accepts email marketing|accepts marketing
  |email opt in|newsletter
consent_call: اجازه تماس|اجازهٔ تماس تلفنی|call opt in
instagram: اینستاگرام|اینستا|آیدی اینستاگرام|پیج اینستاگرام|پیج|instagram|ig
telegram: تلگرام|آیدی تلگرام|telegram
whatsapp: واتساپ|واتس اپ|واتس‌آپ|شماره واتساپ|whatsapp
eitaa: ایتا|eitaa
rubika: روبیکا|rubika
bale: بله|پیام رسان بله|bale
linkedin: لینکدین|linkedin
favorite_brands: برند مورد علاقه|برندهای مورد علاقه|برند دلخواه|برندهای دلخواه|favorite brands
favorite_products: محصول مورد علاقه|محصولات مورد علاقه|کالای دلخواه|favorite products
tags: برچسب|برچسب ها|برچسب‌ها|تگ|تگ ها|گروه|نام گروه|گروه مشتری|گروه مشتریان|دسته|دسته مشتری
  |دسته بندی|رسته|tags|tag|labels|label|groups|group|categories|category|segment
  |group membership
note: توضیحات|توضیح|یادداشت|یادداشت ها|ملاحظات|شرح|سایر توضیحات|note|notes|comment|comments
  |description|remarks|memo
""")
_PRODUCTS: Final = _table("""
code: کد|کد کالا|کد محصول|کدکالا|شماره کالا|شناسه کالا|شناسه محصول|شناسه|کد جنس|کد قلم
  |کد خدمت|code|sku|product code|product id|item code|item number|id|part number|variant sku
  |item no
barcode: بارکد|بار کد|بارکد کالا|ایران کد|ایرانکد|شماره بارکد|barcode|ean|upc|gtin|ean13
  |variant barcode
name: نام|نام کالا|نام محصول|عنوان|شرح|شرح کالا|عنوان کالا|عنوان محصول|کالا|محصول|نام جنس
  |جنس|نام قلم|نام خدمت|شرح محصول|کالا/خدمت|name|product name|product|item|item name|title
  |description|product title
price: قیمت|قیمت محصول|قیمت کالا|قیمت فروش|فی|فی فروش|نرخ|مبلغ|بها|قیمت واحد|قیمت مصرف کننده
  |قیمت فروش ۱|قیمت فروش یک|فروش|price|sale price|selling price|unit price|regular price
  |retail price|variant price|rate
brand: برند|مارک|سازنده|تولید کننده|تولیدکننده|نام تجاری|brand|manufacturer|vendor|make
category: دسته|دسته بندی|دسته‌بندی|گروه|گروه کالا|گروه اصلی|نوع کالا|طبقه|رده|category
  |categories|group|product category|type|product type
unit: واحد|واحد شمارش|واحد اندازه گیری|واحد اصلی|واحد کالا|واحد سنجش|unit|unit of measure
  |uom
active: فعال|وضعیت|در حال فروش|active|status|published|is active|enabled
""")
_SALES: Final = _table("""
number: شماره فاکتور|شماره فاكتور|ش فاکتور|فاکتور|شماره سفارش|کد سفارش|شناسه سفارش|سفارش
  |شماره سند|شماره رسید|شماره صورتحساب|صورتحساب|شماره حواله|شماره قبض|شماره خرید|شماره فروش
  |شماره|کد فاکتور|number|invoice|invoice number|invoice no|invoice id|order|order number
  |order no|order id|order #|receipt|receipt number|bill no|transaction id|document number
  |reference
date: تاریخ|تاریخ فاکتور|تاریخ خرید|تاریخ فروش|تاریخ سفارش|تاریخ ثبت|تاریخ صدور|تاریخ سند
  |زمان ثبت|روز|date|invoice date|order date|purchase date|sale date|created at|date created
  |transaction date|invoicedate|paid at|close date|day
product_code: کد کالا|کد محصول|کدکالا|شناسه کالا|شناسه محصول|بارکد|بارکد کالا|کد جنس|کد قلم
  |product code|sku|item sku|product id|item code|barcode|stock code|stockcode|lineitem sku
product_name: نام کالا|نام محصول|شرح کالا|شرح|عنوان کالا|کالا|محصول|جنس|نام جنس|قلم|نام قلم
  |شرح محصول|کالا/خدمت|شرح کالا یا خدمات|عنوان محصول|product|product name|item
  |item name|description|lineitem name|title|product title|goods
quantity: تعداد|مقدار|تعداد/مقدار|تعداد کالا|مقدار اصلی|وزن|تعداد اقلام|quantity|qty|count
  |units|item quantity|lineitem quantity|pieces|items sold
unit_price: قیمت محصول|قیمت کالا|قیمت واحد|فی|بهای واحد|مبلغ واحد|نرخ|قیمت|نرخ واحد|قیمت هر واحد
  |قیمت فی|فی فروش
  |unit price|unitprice|price|rate|item price|item cost|lineitem price|price each|unit cost
discount: تخفیف|مبلغ تخفیف|تخفیف ردیف|تخفیف کالا|discount|line discount|lineitem discount
  |item discount
amount: sales|sale amount|مبلغ پس از تخفیف|مبلغ بعد از تخفیف|جمع پس از تخفیف|مبلغ خالص ردیف
  |مبلغ|مبلغ کل|جمع|جمع کل|جمع ردیف|مبلغ ردیف|مبلغ نهایی|قیمت کل|بهای کل|مبلغ خالص|خالص
  |قابل پرداخت|مبلغ قابل پرداخت|مبلغ فاکتور|جمع مبلغ|مبلغ فروش|مبلغ پرداختی|کل|فروش|amount
  |total|line total|item total|subtotal|sum|value|net amount|order total|total amount
  |net sales|total price|grand total|revenue
customer_email: ایمیل|ایمیل مشتری|ایمیل خریدار|رایانامه|پست الکترونیک|پست الکترونیکی|email|e-mail
  |customer email|email address|e-mail address|billing email|buyer email|contact email
order_discount: تخفیف فاکتور|تخفیف سفارش|تخفیف کل|تخفیف کل فاکتور|جمع تخفیف|جمع تخفیف فاکتور
  |مبلغ تخفیف فاکتور|تخفیف سبد خرید|تخفیف سبد|تخفیف پای فاکتور|order discount|cart discount
  |cart discount amount|invoice discount|total discount|discount total|order discount amount
shipping: هزینه ارسال|هزینهٔ ارسال|هزینه حمل|هزینه حمل و نقل|کرایه حمل|کرایه|هزینه پست|هزینه پیک
  |هزینه ارسال سفارش|مبلغ ارسال|shipping|shipping cost|shipping amount|shipping fee|shipping total
  |shipping price|order shipping|order shipping amount|delivery fee|delivery cost|postage|freight
tax: مالیات|مالیات فاکتور|مالیات سفارش|مبلغ مالیات|جمع مالیات|مالیات و عوارض|مالیات کل
  |ارزش افزوده|مالیات بر ارزش افزوده|مالیات ارزش افزوده|tax|taxes|vat|tax amount|total tax
  |tax total|order tax|order tax amount|order total tax amount|sales tax|invoice tax
status: وضعیت|وضعیت سفارش|وضعیت فاکتور|وضعیت خرید|وضعیت پرداخت|وضعیت سند|وضعیت فروش|نوع|نوع سند
  |نوع فاکتور|نوع تراکنش|نوع عملیات|نوع رسید|نوع صورتحساب|نوع معامله|نوع ردیف|status|order status
  |financial status|payment status|invoice status|sale status|type|event type|doc type
  |document type|transaction type|invoice type|receipt type|order type|move type|sale type
  |record type|state|order state
refunded: مبلغ مرجوعی|مبلغ برگشتی|مبلغ بازپرداخت|بازپرداخت|مبلغ عودت|مبلغ استرداد|refunded
  |refunded amount|refund amount|amount refunded|order refund amount|total refunded|refunds
currency: ارز|نوع ارز|واحد پول|واحد ارز|واحد پولی|ارز سفارش|currency|currency code|order currency
  |transaction currency
time: ساعت|زمان|ساعت فروش|ساعت خرید|ساعت ثبت|ساعت فاکتور|time|sale time|order time|time of sale
channel: کانال|کانال فروش|محل فروش|روش فروش|منبع سفارش|درگاه فروش|sales channel|channel
  |sale channel|order source|source|source name
seller: فروشنده|نام فروشنده|صندوقدار|صندوق دار|بازاریاب|نام بازاریاب|ویزیتور|نام ویزیتور
  |کارشناس فروش|ثبت کننده|seller|salesperson|sales person|sales rep|sales representative|cashier
  |staff name|sold by|employee|employee name
payment: روش پرداخت|نحوه پرداخت|نوع پرداخت|شیوه پرداخت|نحوه تسویه|نوع تسویه|روش تسویه
  |payment method|payment method title|payment type|tender type|tender|paid by|paid with
note: یادداشت|یادداشت مشتری|یادداشت سفارش|توضیحات|توضیح|ملاحظات|توضیحات فاکتور|note|notes
  |order note|order notes|customer note|memo|remarks|comment|comments
""")
TOTALS: Final = """
total|order total|order total amount|grand total|total amount|total price|invoice total|amount paid
مبلغ کل سفارش|جمع کل سفارش|جمع سفارش|مبلغ سفارش|مبلغ نهایی سفارش|مبلغ کل فاکتور|جمع کل فاکتور
جمع فاکتور|مبلغ فاکتور|مبلغ نهایی فاکتور|مبلغ نهایی|قابل پرداخت|مبلغ قابل پرداخت|مبلغ پرداختی
جمع کل|مبلغ کل|مجموع سفارش|مجموع کل
"""
"""Titles of what whole orders cost, apart by | and lines."""
_CONTACTS: Final = _table("""
date: تاریخ|تاریخ تماس|تاریخ تعامل|تاریخ مراجعه|تاریخ ثبت|زمان تماس|تاریخ و ساعت|date
  |call date|contact date|activity date|created at|create date|timestamp|datetime
time: ساعت|زمان|ساعت تماس|time|call time|hour
channel: کانال|راه تماس|روش تماس|نوع تماس|نحوه تماس|روش ارتباط|نوع|نوع ارتباط|channel|type
  |activity type|medium|contact method
direction: جهت|جهت تماس|ورودی خروجی|ورودی/خروجی|ورودی یا خروجی|نوع تماس ورودی خروجی
  |direction|call direction|in/out|call type|نوع تماس|type|نوع
duration: مدت|مدت تماس|مدت مکالمه|مدت زمان|طول تماس|طول مکالمه|زمان مکالمه|duration|call duration
  |length|talk time|duration (s)|duration (seconds)|billsec
answered: پاسخ|پاسخ داده شد|وضعیت تماس|answered|call status|disposition|call result
subject: موضوع|عنوان|موضوع تماس|علت تماس|subject|title|topic|reason
note: توضیحات|توضیح|شرح|متن|یادداشت|نتیجه|شرح تماس|شرح مکالمه|خلاصه|note|notes|text|body
  |description|comment|summary|details
""")
_WHO: Final = {f"customer_{name}": words for name, words in _PERSON.items()}
WORDS: Final[Mapping[ImportKind, Mapping[str, tuple[str, ...]]]] = {
    ImportKind.CUSTOMERS: {
        name: _PERSON.get(name, ()) + _CUSTOMERS.get(name, ()) for name in (*_PERSON, *_CUSTOMERS)
    }
    | {**_COUNTRIES},
    ImportKind.PRODUCTS: _PRODUCTS,
    ImportKind.PURCHASES: {**_SALES, **_WHO, **_COUNTRIES},
    ImportKind.INTERACTIONS: {**_CONTACTS, **_WHO, **_COUNTRIES},
}
"""Field → the titles that files have for it, beside our own; they are ours to add to."""

_VAGUE: Final = (
    "کد|شناسه|شماره|نام|اسم|عنوان|نوع|مشتری|خریدار|مخاطب|سفارش|فاکتور|کالا|محصول|جنس|منبع|شرح|کل|جمع"
    "|فروش|واحد|code|id|number|no|name|title|type|kind|contact|customer|client|buyer|order|invoice"
    "|receipt|item|product|source|description|total|sum|value|count|units|sales|rate|label|group"
    "|status|position|day|unit|channel|method|account|company|organization|family"
)
VAGUE: Final = frozenset(map(fold, _VAGUE.split("|")))
"""Words that with any other one behind or before them name something else: "promo code"."""

_BESIDE: Final = (
    "اصلی|جدید|کامل|رسمی|دقیق|مشتری|خریدار|طرف|حساب|الزامی|اجباری|اختیاری|main|primary|full|new"
    "|current|of|the|your|customer|client|buyer|required|optional|default|billing|mailing|e|net|final"
    "|grand|خالص|نهایی"
)
BESIDE: Final = frozenset(map(fold, _BESIDE.split("|")))
"""Words that leave the meaning of others as it is."""

_SOMEBODY: Final = (
    "پدر|مادر|والد|والدین|ولی|همسر|فرزند|سرپرست|معرف|ضامن|وکیل|رابط|بازاریاب|فروشنده|ویزیتور|راننده"
    "|نماینده|پزشک|دکتر|کارشناس|مدیر|مسئول|مسول|حسابدار|کاربر|اپراتور|همکار|پیک|کارمند|پرسنل|صندوقدار"
    "|معلم|مربی|فرستنده|تامین|تأمین|father|mother|parent|parents|spouse|partner|child|guardian|owner"
    "|assistant|manager|supervisor|rep|reps|representative|salesperson|seller|agent|driver|doctor"
    "|physician|referrer|referred|referral|emergency|user|username|staff|employee|operator|vendor"
    "|supplier|sender|creator|teacher|marketer|assignee|assigned|reporter|visitor|cashier"
)
SOMEBODY: Final = frozenset(map(fold, _SOMEBODY.split("|")))
"""Words of titles by which a column is about somebody else than the customer."""

_SOMETHING: Final = (
    "کشور|کاربری|گروه|بانک|شعبه|انبار|صندوق|کارت|حساب|سررسید|انقضا|شناسنامه|تخفیف|رهگیری|پیگیری|دستگاه"
    "|دامنه|فایل|عکس|country|account|bank|branch|warehouse|store|card|due|expiry|expiration|id|ids|file"
    "|domain|group|currency|tracking|campaign|device|url|link|password|ip|modified|updated|timezone"
)
SOMETHING: Final = frozenset(map(fold, _SOMETHING.split("|")))
"""Words by which a title names something else than the words beside them do alone."""

REFERRERS: Final = frozenset(map(fold, ("معرف", "معرفی", "referrer", "referred", "referral")))
"""Those of SOMEBODY that mean who sent the customer here."""
