"""What is worked out from one quote, as it is shown."""

from dataclasses import replace

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.write.compute import compute
from app.write.computing.earlier import NO_FRAME, Frame


def worked_out(question: str, quote: str, quoted: Citation, lexicon: Lexicon, when: Frame = NO_FRAME) -> str | None:
    """Return the computation, or None where there is none; ``quoted`` lends all but its quote."""
    found = compute(question, [replace(quoted, quote=quote)], lexicon, when)
    return str(found) if found else None
