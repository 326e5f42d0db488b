"""Says things on the page in both languages at once, escaped. Knows nothing of what the page shows or where.

Both wordings stand in the page; its style shows the one whose language the root element names.
"""

from collections.abc import Callable
from html import escape

from app.messages import Language, say
from eval.models import Evidence
from eval.place_names import place_name, section_name

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def each_language(word: Callable[[Language], str]) -> str:
    """Return HTML that shows what ``word`` gives for the chosen language; once where both are the same."""
    vi, en = (escape(word(language)) for language in LANGUAGES)
    return vi if vi == en else f'<span class="vi">{vi}</span><span class="en" lang="en">{en}</span>'


def both(key: str, **values: object) -> str:
    """Return the sentence for a key as HTML. Raises KeyError for a key that is not in the catalogue."""
    return each_language(lambda language: say(key, language, **values))


def attributes(name: str, key: str, **values: object) -> str:
    """Return an attribute that the page's script changes with the language: for options, placeholders, names."""
    vi, en = (escape(say(key, language, **values)) for language in LANGUAGES)
    return f'{name}="{vi}" data-{name}-vi="{vi}" data-{name}-en="{en}"'


def option(value: str, key: str, **values: object) -> str:
    """Return an option of a list; an option can hold no elements, so the script changes its text."""
    vi, en = (escape(say(key, language, **values)) for language in LANGUAGES)
    return f'<option value="{escape(value)}" data-vi="{vi}" data-en="{en}">{vi}</option>'


def decimal(value: float, digits: int, language: Language) -> str:
    """Return a number with a comma in Vietnamese and a point in English; a minus sign, no hyphen."""
    written = f"{value:.{digits}f}".replace("-", "−")
    return written.replace(".", ",") if language == "vi" else written


def number(value: float, digits: int) -> str:
    """Return a number as HTML."""
    return each_language(lambda language: decimal(value, digits, language))


def in_milliseconds(value: float) -> str:
    """Return a time as HTML, with a decimal where it is short."""
    return f"{number(value, 1 if value < 10 else 0)} ms"


def percent(value: float | None) -> str:
    """Return a share in [0, 1] as a percentage in HTML, a dash for None."""
    return "–" if value is None else each_language(lambda language: f"{decimal(100 * value, 1, language)} %")


def points(value: float, low: float, high: float) -> str:
    """Return a difference of shares in percentage points with its interval, each with its sign, as HTML."""

    def word(language: Language) -> str:
        found, least, most = (
            ("+" if round(share, 3) > 0 else "") + decimal(100 * share, 1, language) for share in (value, low, high)
        )
        return f"{found} [{least}; {most}]"

    return each_language(word)


def metric(name: str) -> str:
    """Return what a metric is called, as HTML."""
    kind, _, cutoff = name.partition("@")
    return both(f"eval.metric.{kind}", k=cutoff)


def section(code: str) -> str:
    """Return what citations call a section, as HTML."""
    return each_language(lambda language: section_name(code, language))


def place(evidence: Evidence) -> str:
    """Return what citations call the section, or the footnote, that an evidence stands in, as HTML."""
    return each_language(lambda language: place_name(evidence, language))
