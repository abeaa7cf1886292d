"""What the sample shop sells: clothes, bags and shoes, with prices of today."""

from dataclasses import dataclass
from typing import Final

from ecrm_desktop.services.demo.draws import entries

# Category: who buys (f, m, c a child's parent, a anyone): season: lowest and highest price in
# thousands of toman: how often: kinds.
_CATEGORIES = """
مانتو:f:all:1400:4800:14:مانتو کتان,مانتو لینن,مانتو مجلسی,مانتو جلوباز,مانتو اداری,مانتو شومیزی
شومیز و بلوز:f:all:700:2400:12:شومیز ساتن,بلوز بافت,شومیز کرپ,تونیک نخی,بلوز یقه‌اسکی
شلوار زنانه:f:all:900:2800:9:شلوار جین زنانه,شلوار پارچه‌ای زنانه,شلوار بگ,دامن شلواری
روسری و شال:f:all:250:1600:12:روسری ابریشم,شال نخی,روسری نخی,شال موهر,مقنعه
لباس مجلسی:f:nowruz:2500:9500:3:پیراهن شب,کت و دامن,لباس حریر
پیراهن مردانه:m:all:800:2600:9:پیراهن آستین‌بلند,پیراهن آستین‌کوتاه,پیراهن جین,پیراهن پیچازی
شلوار مردانه:m:all:1000:3000:8:شلوار جین مردانه,شلوار کتان,شلوار پارچه‌ای مردانه,شلوار اسلش
کت و شلوار:m:nowruz:6500:16000:2:کت و شلوار رسمی,کت تک,جلیقه
تی‌شرت:a:summer:350:1300:11:تی‌شرت ساده,تی‌شرت طرح‌دار,پولوشرت,تاپ
کاپشن و پالتو:a:winter:3200:12000:6:کاپشن پفی,پالتو فوتر,بارانی,سوییشرت,پافر
بافت:a:winter:900:3200:6:پلیور,ژاکت بافت,کلاه و شال‌گردن,هودی
کفش زنانه:f:all:1300:4500:6:کفش تخت زنانه,کفش پاشنه‌دار,کتانی زنانه,صندل,نیم‌بوت
کفش مردانه:m:all:1600:5200:5:کفش چرم مردانه,کتانی مردانه,کالج مردانه,بوت مردانه
کیف:a:all:900:5500:6:کیف دوشی,کیف دستی چرم,کیف پول,کوله شهری
لباس بچگانه:c:all:450:1900:7:سرهمی نوزاد,تی‌شرت بچگانه,شلوار بچگانه,پیراهن دخترانه,کاپشن بچگانه
لوازم مدرسه:c:school:400:2600:4:روپوش مدرسه,کوله مدرسه,کفش مدرسه,شلوار فرم
لباس زیر و جوراب:a:all:80:650:10:جوراب نخی,جوراب بلند,ست نخی,لباس راحتی
اکسسوری:a:all:150:1800:7:کمربند چرم,عینک آفتابی,دستکش,کراوات,گیره روسری,کلاه
"""
_FASHION_BRANDS = entries("پرنیان|آوین|ماهور|رستا|ترمه|چکاوک|ایلیا|نیلگون|مهرگان")
_LEATHER_BRANDS = entries("چرم کاوه|گام نو|زاگرس")
BRANDS: Final = (*_FASHION_BRANDS, *_LEATHER_BRANDS)
_COLOURS = entries("مشکی|سفید|کرم|سرمه‌ای|طوسی|زرشکی|سبز زیتونی|آبی|قهوه‌ای|گلبهی")

FABRICS: Final = entries("پارچه کرپ|پارچه لینن|پارچه مخمل|پارچه چادری|پارچه فاستونی")


@dataclass(frozen=True, slots=True)
class Item:
    """A kind of product; `price` in rials today, `season` as in `SEASONS`."""

    name: str
    brand: str
    category: str
    buyer: str
    season: str
    unit: str
    price: int
    weight: float


# Jalali month → how much better than usual a season sells.
SEASONS: Final = {
    "all": dict.fromkeys(range(1, 13), 1.0),
    "nowruz": {12: 3.5, 11: 1.6, 6: 1.4},
    "summer": {2: 1.6, 3: 2.4, 4: 2.4, 5: 2.0, 6: 1.2},
    "winter": {7: 1.2, 8: 2.2, 9: 2.8, 10: 2.6, 11: 1.6},
    "school": {6: 6.0, 7: 3.0},
}
OUT_OF_SEASON: Final = 0.15


def _items() -> list[Item]:
    items: list[Item] = []
    for line in _CATEGORIES.strip().splitlines():
        category, buyer, season, low, high, often, kinds = line.split(":")
        names = kinds.split(",")
        brands = _LEATHER_BRANDS if category.startswith(("کفش", "کیف")) else _FASHION_BRANDS
        for rank, name in enumerate(names):
            for variant in range(2):
                at = len(items)
                # Spread over the range without a pattern that the eye catches.
                share = (at * 0.618 + variant * 0.37) % 1
                price = int(low) + (int(high) - int(low)) * share
                items.append(
                    Item(
                        name=f"{name} {_COLOURS[at * 7 % len(_COLOURS)]}",
                        brand=brands[at * 5 % len(brands)],
                        category=category,
                        buyer=buyer,
                        season=season,
                        unit="جفت" if "کفش" in category or "جوراب" in name else "عدد",
                        price=_ending_in_nine(price),
                        weight=int(often) / (rank + 2) / (variant + 1),
                    )
                )
    for rank, name in enumerate(FABRICS):
        price = 900_000 * (rank + 3)
        items.append(Item(name, "بافت یزد", "پارچه", "f", "nowruz", "متر", price, 1.5))
    return items


def _ending_in_nine(thousand_tomans: float) -> int:
    """Return rials: shops like 1,290,000 toman better than 1,300,000."""
    return max(round(thousand_tomans / 100) * 100 - 10, 90) * 10_000


ITEMS: Final = _items()
METRE: Final = "متر"
