"""Unicode text typed the old way: the tables of the encodings turned round. Knows no files."""

import re

from corpus.reading.charmaps import CHARMAPS, Encoding


def typed_in(encoding: Encoding, text: str) -> str:
    """Return the text as a file in the encoding shows it when its bytes are taken for Latin-1."""
    reversed_map: dict[str, str] = {}
    for sequence, letter in CHARMAPS[encoding].letters.items():
        if max(map(ord, sequence)) < 256:
            reversed_map.setdefault(letter, sequence)
    return re.sub(".", lambda match: reversed_map.get(match.group(), match.group()), text, flags=re.DOTALL)
