"""Names of people in Iran, roughly as frequent as in a phone book, and of small companies."""

from typing import Final

from ecrm_desktop.services.demo.draws import entries, weighted

# Name, Latin spelling for e-mails and handles, weight.
_MALE = """
محمد mohammad 90|علی ali 70|حسین hossein 62|مهدی mehdi 58|رضا reza 56|حسن hasan 40|امیر amir 34
امیرحسین amirhossein 32|محمدرضا mohammadreza 32|علیرضا alireza 30|علی‌رضا alireza 6
حمیدرضا hamidreza 12|ابوالفضل abolfazl 26|امیرعلی amirali 20|محمدحسین mohammadhossein 18
محمدجواد mohammadjavad 10|سعید saeed 22|حمید hamid 22|مجید majid 20|وحید vahid 16|مسعود masoud 14
احمد ahmad 18|محمود mahmoud 14|ابراهیم ebrahim 12|عباس abbas 16|جواد javad 12|مرتضی morteza 12
مصطفی mostafa 12|مجتبی mojtaba 11|محسن mohsen 16|بهنام behnam 9|بهروز behrouz 8|فرهاد farhad 8
آرش arash 8|کاوه kaveh 4|سیاوش siavash 5|پویا pouya 7|پیمان peyman 7|پدرام pedram 4
شهرام shahram 6|بهزاد behzad 6|نیما nima 6|سینا sina 8|آرمان arman 6|میلاد milad 9|حامد hamed 9
هادی hadi 8|یاسر yaser 4|صادق sadegh 5|قاسم ghasem 6|اکبر akbar 6|اصغر asghar 5|جعفر jafar 5
کریم karim 5|رحیم rahim 4|یوسف yousef 8|یعقوب yaghoub 3|اسماعیل esmaeil 6|داود davoud 7
ناصر naser 7|منصور mansour 6|فریدون fereydoun 2|بیژن bijan 3|هوشنگ houshang 2|جمشید jamshid 3
خسرو khosro 2|پرویز parviz 3|ایمان iman 7|عرفان erfan 8|پارسا parsa 9|طاها taha 5|آرین aryan 6
کیان kian 5|ماهان mahan 4|سهراب sohrab 2|شاهین shahin 4|کامران kamran 4|رامین ramin 6
فرشاد farshad 4|مهران mehran 6|مهرداد mehrdad 7|نادر nader 4
"""
_FEMALE = """
فاطمه fatemeh 95|زهرا zahra 85|مریم maryam 55|زینب zeinab 30|معصومه masoumeh 28|لیلا leila 26
سمیه somayeh 22|نرگس narges 22|سارا sara 24|اعظم azam 14|طاهره tahereh 12|صدیقه sedigheh 10
خدیجه khadijeh 12|رقیه roghayeh 14|کبری kobra 9|سکینه sakineh 7|ریحانه reyhaneh 14|الهه elaheh 13
الهام elham 18|مهسا mahsa 14|نازنین nazanin 12|نازنین‌زهرا nazaninzahra 5
فاطمه‌زهرا fatemehzahra 6|مینا mina 11|مهناز mahnaz 9|شهناز shahnaz 7|مهین mahin 4|پروین parvin 7
نسرین nasrin 9|نسترن nastaran 8|شیرین shirin 7|شبنم shabnam 7|شقایق shaghayegh 7|شیدا sheida 4
شیما shima 8|هدیه hedieh 4|هانیه haniyeh 9|هدی hoda 4|پریسا parisa 10|پریا paria 6|پگاه pegah 5
پرستو parastoo 5|سپیده sepideh 9|ستاره setareh 6|سحر sahar 12|سمانه samaneh 12|سمیرا samira 13
سمیه‌سادات somayehsadat 2|فرزانه farzaneh 11|فریبا fariba 10|فرشته fereshteh 9|فریده farideh 6
فهیمه fahimeh 7|محدثه mohadeseh 10|مائده maedeh 8|ملیکا melika 8|منصوره mansoureh 7
مژگان mojgan 7|مژده mojdeh 5|مهدیه mahdieh 10|نگار negar 9|نگین negin 8|نیلوفر niloufar 10
ندا neda 9|نوشین noushin 5|یگانه yeganeh 8|یلدا yalda 4|یاسمن yasaman 5|آزاده azadeh 8
آرزو arezoo 8|آتنا atena 5|آیدا aida 6|آیلین ailin 4|بهاره bahareh 9|بهناز behnaz 5|بیتا bita 5
ترانه taraneh 3|حدیث hadis 7|حنانه hananeh 5|رویا roya 8|راضیه razieh 9|راحله raheleh 5
ژاله jaleh 3|ژیلا jila 2|کیمیا kimia 8|گلناز golnaz 4|گیتی giti 2|ساناز sanaz 6|سودابه soudabeh 3
شهلا shahla 5|عاطفه atefeh 8|غزل ghazal 5|ثنا sana 5|ثریا soraya 4
"""
_LAST = """
محمدی mohammadi 60|حسینی hosseini 55|احمدی ahmadi 45|کریمی karimi 34|رضایی rezaei 34
مرادی moradi 30|موسوی mousavi 32|جعفری jafari 26|رحیمی rahimi 24|قاسمی ghasemi 24
حیدری heydari 24|اکبری akbari 20|ابراهیمی ebrahimi 20|علیزاده alizadeh 16|هاشمی hashemi 22
صادقی sadeghi 22|محمودی mahmoudi 18|یوسفی yousefi 17|کاظمی kazemi 16|امینی amini 16|نوری nouri 16
اسماعیلی esmaeili 15|عباسی abbasi 18|زارع zare 14|طاهری taheri 15|سلیمانی soleimani 15
بهرامی bahrami 13|نظری nazari 14|حسنی hasani 13|سلطانی soltani 13|شریفی sharifi 14
میرزایی mirzaei 13|فتحی fathi 11|ملکی maleki 13|باقری bagheri 14|خانی khani 9|رستمی rostami 13
جلالی jalali 11|صالحی salehi 14|قربانی ghorbani 14|کیانی kiani 10|نجفی najafi 12|مهدوی mahdavi 10
اسدی asadi 12|کرمی karami 11|شفیعی shafiei 9|حاتمی hatami 8|رنجبر ranjbar 10|عزیزی azizi 11
داودی davoudi 8|ناصری naseri 10|پناهی panahi 8|غلامی gholami 10|فرهادی farhadi 8|کمالی kamali 8
منصوری mansouri 10|یزدانی yazdani 9|نیکزاد nikzad 4|بختیاری bakhtiari 6|دهقان dehghan 9
خسروی khosravi 9|شهابی shahabi 4|شیرازی shirazi 6|اصفهانی esfahani 6|تهرانی tehrani 6
کاشانی kashani 5|تبریزی tabrizi 3|همدانی hamedani 3|مشهدی mashhadi 3|یزدی yazdi 4|گیلانی gilani 2
لاریجانی larijani 2|احمدزاده ahmadzadeh 6|حسین‌زاده hosseinzadeh 9|محمدزاده mohammadzadeh 7
تقی‌زاده taghizadeh 6|ملک‌زاده malekzadeh 4|عباس‌زاده abbaszadeh 5|قلی‌زاده gholizadeh 5
حسن‌پور hasanpour 6|علی‌پور alipour 6|مهدی‌پور mahdipour 5|قلی‌پور gholipour 4
کاظم‌پور kazempour 2|رحمانی rahmani 10|رحمتی rahmati 6|احمدی‌نژاد ahmadinejad 3
علی‌نژاد alinejad 5|هاشمی‌نژاد hasheminejad 3|کریمی‌نیا kariminia 2|رضوانی rezvani 4
رضوی razavi 9|طباطبایی tabatabaei 8|میرحسینی mirhosseini 5|میرزاخانی mirzakhani 2
پورمحمدی pourmohammadi 3|پورحسین pourhossein 2|نیک‌نام niknam 3|آقایی aghaei 7|آذری azari 3
افشار afshar 6|اشرفی ashrafi 5|امیری amiri 12|انصاری ansari 10|ایزدی izadi 6|بابایی babaei 8
بیات bayat 6|پارسا parsa 3|پیروزی pirouzi 2|توکلی tavakoli 9|ثابتی sabeti 2|جوادی javadi 7
جهانی jahani 4|چراغی cheraghi 4|حبیبی habibi 9|حقیقی haghighi 4|خلیلی khalili 8
خدادادی khodadadi 5|دلاوری delavari 2|ذوالفقاری zolfaghari 4|راد rad 4|زمانی zamani 9
زندی zandi 4|ژیان jian 1|سعیدی saeidi 6|سپهری sepehri 3|شاه‌حسینی shahhosseini 3|صفری safari 8
ضیایی ziaei 4|طالبی talebi 7|ظریف zarif 2|عظیمی azimi 7|غفاری ghaffari 7|فراهانی farahani 5
فلاح fallah 7|قنبری ghanbari 8|کاویانی kaviani 4|گودرزی goudarzi 5|لطفی lotfi 8|مقدم moghaddam 8
نوروزی norouzi 8|واعظی vaezi 3|همتی hemmati 6|یعقوبی yaghoubi 7|شمس shams 4|شجاعی shojaei 6
وثوقی vosoughi 2
"""

_COMPANY_KINDS = """
شرکت|شرکت بازرگانی|گروه صنعتی|آموزشگاه|هتل|کلینیک|مزون|دفتر مهندسی|تشریفات|آتلیهٔ|مؤسسهٔ|رستوران
فروشگاه|مدرسهٔ غیرانتفاعی
"""
_COMPANY_NAMES = """
پارس نگین|آریا گستر|سپهر|نوین‌رایان|ره‌آورد|آفتاب|کاسپین|البرز|زاینده‌رود|مهرآیین|هما|ققنوس
ارغوان|باران|پاسارگاد|دماوند|سرو|نگاه نو|راه ابریشم|ستارهٔ شرق|گلستان|هیرکان|ایده‌پردازان
خلیج فارس|بهارستان|نقش جهان|پرشیا
"""

MALE: Final = weighted(_MALE)
"""(name, Latin spelling) of men, and how frequent each is."""

FEMALE: Final = weighted(_FEMALE)
LAST: Final = weighted(_LAST)

COMPANIES: Final = [
    f"{kind} {name}" for kind in entries(_COMPANY_KINDS) for name in entries(_COMPANY_NAMES)
]

JOBS: Final = entries("""
کارمند|معلم|خانه‌دار|پزشک|پرستار|مهندس عمران|حسابدار|دانشجو|فروشنده|رانندهٔ تاکسی|آرایشگر|وکیل
بازنشسته|استاد دانشگاه|مدیر شرکت|برنامه‌نویس|گرافیست|دندان‌پزشک|داروساز|آشپز|عکاس|کشاورز|نقشه‌کش
مربی ورزش|مترجم|کارگر|بنکدار|طلافروش
""")
