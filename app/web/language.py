"""Chooses between Vietnamese and English from what a client accepts. Knows nothing of the sentences."""

from typing import Annotated

from fastapi import Depends, Header

from app.messages import Language


def _preference(item: str) -> tuple[str, float]:
    """Read one item of the header, "en-GB;q=0.8", as a primary tag and its weight in [0, 1]; unreadable weighs 0."""
    tag, _, parameter = item.strip().partition(";")
    name, _, value = parameter.strip().partition("=")
    primary = tag.strip().lower().partition("-")[0]
    if not name:
        return primary, 1.0
    try:
        return primary, min(max(float(value), 0.0), 1.0)
    except ValueError:
        return primary, 0.0


def language_of(accept_language: str) -> Language:
    """Return "en" only where the ``Accept-Language`` header prefers English to Vietnamese; otherwise "vi"."""
    weights = {"vi": 0.0, "en": 0.0}
    for tag, weight in map(_preference, accept_language.split(",")):
        if tag in weights:
            weights[tag] = max(weights[tag], weight)
    return "en" if weights["en"] > weights["vi"] else "vi"


def preferred_language(accept_language: Annotated[str, Header(include_in_schema=False)] = "") -> Language:
    """Return the language that a client prefers, as a dependency of an endpoint."""
    return language_of(accept_language)


Preferred = Annotated[Language, Depends(preferred_language)]
"""A parameter of an endpoint: the language that the client prefers."""
