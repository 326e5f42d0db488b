"""What is embedded of a passage: its text, with the sentence it hangs on, with what leads to it. Knows no folders."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.models import Passage
from index.encoder import Encoder, FloatMatrix


def with_anchor(passage: Passage, by_id: Mapping[str, Passage]) -> str:
    """Return a footnote together with the sentence that carries its mark; any other passage as it is."""
    anchor = by_id.get(passage.anchor) if passage.anchor else None
    return f"{anchor.text} {passage.text}" if anchor else passage.text


def in_small_letters(text: str) -> str:
    """Return a text whose lines in capitals are in small letters: models know words, not headlines."""
    return "\n".join(line.lower() if line.isupper() else line for line in text.split("\n"))


def embed(passages: Sequence[Passage], encoder: Encoder, *, progress: bool) -> FloatMatrix:
    """Return one unit vector a passage: the mean of its bare text, with its anchor, and with its context too.

    The mean of the three finds more than any one of them (see eval/LOG.md).
    """
    by_id = {passage.id: passage for passage in passages}
    anchored = [with_anchor(passage, by_id) for passage in passages]
    in_context = [f"{p.context}. {text}" if p.context else text for p, text in zip(passages, anchored, strict=True)]
    bare = [passage.text for passage in passages]
    bare, anchored, in_context = ([in_small_letters(text) for text in texts] for texts in (bare, anchored, in_context))
    distinct = list(dict.fromkeys([*bare, *anchored, *in_context]))
    rows = encoder.encode_passages(distinct, progress=progress)
    row = dict(zip(distinct, rows, strict=True))
    mean = np.stack([row[a] + row[b] + row[c] for a, b, c in zip(bare, anchored, in_context, strict=True)])
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)
