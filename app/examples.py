"""Questions to begin with. Knows the packaged report's; shows only those that the reports at hand answer."""

from app.messages import say
from app.models import Asker

EXAMPLES = ("example.roses", "example.carriers", "example.limits", "example.aid")
"""Keys of the catalogue."""


def answered_examples(asker: Asker) -> list[str]:
    """Return the examples that are answered; asking them also makes the first real question as fast as the next."""
    return [question for question in map(say, EXAMPLES) if asker.ask(question).answerable]


def all_examples() -> list[str]:
    """Return the examples where nothing is there yet that could answer them."""
    return [say(key) for key in EXAMPLES]
