"""Questions to begin with: the packaged report's own, then from the sections of any. Only those that are answered."""

from collections.abc import Sequence
from itertools import chain, islice

from app.messages import say
from app.models import Asker
from app.suggest.proposals import section_proposals
from corpus.models import Report

EXAMPLES = ("example.roses", "example.carriers", "example.limits", "example.aid")
"""Keys of the catalogue."""


MOST = 6
"""More would be a list to read, not a beginning."""


def answered_examples(asker: Asker, reports: Sequence[Report] = ()) -> list[str]:
    """Return up to six questions that are answered; asking them also makes the first real question as fast as the next.

    Reports take turns, so that each of several has its share of what is left by the packaged report's own questions.
    """
    sections = [[proposal.text for proposal in section_proposals(report)] for report in reports]
    in_turn = (
        texts[place] for place in range(max(map(len, sections), default=0)) for texts in sections if place < len(texts)
    )
    asked = dict.fromkeys(chain(map(say, EXAMPLES), in_turn))
    return list(islice((question for question in asked if asker.ask(question).answerable), MOST))


def all_examples() -> list[str]:
    """Return the examples where nothing is there yet that could answer them."""
    return [say(key) for key in EXAMPLES]
