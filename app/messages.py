"""Says every sentence a user sees, from ``messages.json``: Vietnamese first, English beside it.

Knows nothing of when they are shown. Keys are grouped by what comes before their first dot.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Language = Literal["vi", "en"]

CATALOGUE: Mapping[str, Mapping[Language, str]] = json.loads(
    Path(__file__).with_name("messages.json").read_text(encoding="utf-8")
)
"""Key to sentence in each language; ``{name}`` is filled in."""


def say(key: str, language: Language = "vi", **values: object) -> str:
    """Return the sentence for a key with its values filled in. Raises KeyError for a key that is not there."""
    return CATALOGUE[key][language].format(**values)
