"""Turns text of one known legacy Vietnamese encoding into Unicode. Knows the tables, not which of them a text needs.

The tables are viparse's; what is added to them is said where it is added.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from viparse.normalize.tables import Charmap as Pairs
from viparse.normalize.tables import build_charmap
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.viscii import VISCII
from viparse.normalize.vni import VNI

Encoding = Literal["tcvn3", "vni", "viscii"]

_HIGH = range(0x80, 0xA0)
_GLYPHS = {"\u2212": "ư", "\u2219": "ã"}
"""What some PDF files show for the bytes AD and B7 of TCVN3; these stand for letters beside letters only."""


@dataclass(frozen=True)
class Charmap:
    """The sequences of one encoding and the letters they stand for, in the form that viparse scores with too."""

    name: Encoding
    pairs: Pairs

    @cached_property
    def letters(self) -> dict[str, str]:
        """The sequences with their letters."""
        return dict(self.pairs.pairs)

    @cached_property
    def sequences(self) -> re.Pattern[str]:
        """Finds the next sequence, the longest first."""
        found = "|".join(re.escape(sequence) for sequence, _ in self.pairs.pairs)
        if self.name == "tcvn3":
            found += r"|(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\W\d_])"
        return re.compile(found)

    def letter(self, sequence: str) -> str:
        """Return the letter that a sequence found stands for."""
        return self.letters.get(sequence) or _GLYPHS[sequence]

    def convert(self, text: str) -> str:
        """Return the text in Unicode, NFC; what is no sequence of the encoding stays."""
        converted = self.sequences.sub(lambda match: self.letter(match.group()), text)
        return unicodedata.normalize("NFC", converted)


def _vni() -> Pairs:
    """VNI with what viparse's sample did not hold: ẳ and ỵ, and a capital whose mark was typed small ("Aán")."""
    pairs = dict(VNI.pairs) | {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}
    small = {key[0].upper() + key[1]: letter.upper() for key, letter in pairs.items() if len(key) == 2}
    return build_charmap("vni", (small | pairs).items())


def _viscii() -> Pairs:
    """VISCII also as Windows shows its bytes 80 to 9F: as quotes, dashes and the like."""
    pairs = dict(VISCII.pairs)
    for byte in _HIGH:
        shown = bytes([byte]).decode("cp1252", errors="ignore")
        if shown and chr(byte) in pairs:
            pairs[shown] = pairs[chr(byte)]
    return build_charmap("viscii", pairs.items())


CHARMAPS: dict[Encoding, Charmap] = {
    "tcvn3": Charmap("tcvn3", TCVN3),
    "vni": Charmap("vni", _vni()),
    "viscii": Charmap("viscii", _viscii()),
}
