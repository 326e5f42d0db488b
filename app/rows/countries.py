"""Which names are of one country: "Mỹ", "Hoa Kỳ", "United States". Names come from CLDR and ISO 3166, none from here.

Words that only say what form of state it is ("Cộng hòa", "Liên bang", "Islands") tell no country from another.
"""

import gettext
import re
from collections import defaultdict
from functools import cache, lru_cache

import pycountry
from babel import Locale

from app.rows.wording import key

_FORMS = re.compile(
    r"^(?:(?:vương quốc|cộng hòa|liên bang|quần đảo|đảo|hợp chủng quốc|hợp chúng quốc|nhà nước|nước|chlb|chxhcn|chdcnd|"
    r"dân chủ nhân dân|xã hội chủ nghĩa|đặc khu hành chính|đặc khu) )+"
    r"|(?:,.*| (?:islands?|isles|thống nhất|republic|federation|sar china))$"
)


@lru_cache(maxsize=50_000)
def other_names(name: str) -> tuple[str, ...]:
    """Return how else a country is called, as ``key`` writes it; nothing where the name is of none."""
    plain = _plain(name)
    codes = _codes().get(plain, frozenset())
    return tuple(sorted({other for code in codes for other in _names()[code]} - {key(name)}))


def is_country(name: str) -> bool:
    """Tell whether a whole name is that of a country, in Vietnamese or English."""
    return _plain(name) in _codes()


def _plain(name: str) -> str:
    """Return a name without the words for the form of a state."""
    plain = key(name)
    while (shorter := _FORMS.sub("", plain)) != plain and shorter:
        plain = shorter
    return plain


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the names of each country by its code, with and without the form of state."""
    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["vi"]).gettext
    locales = (Locale("vi"), Locale("en"))
    found: dict[str, frozenset[str]] = {}
    for country in pycountry.countries:
        code = country.alpha_2
        said = {locale.territories.get(code, "") for locale in locales}
        said |= {country.name, translated(country.name)}
        keys = {key(name) for name in said if name}
        found[code] = frozenset(keys | {_plain(name) for name in keys})
    return found


@cache
def _codes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, names in _names().items():
        for name in names:
            found[name].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
