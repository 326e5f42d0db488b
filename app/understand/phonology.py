"""Which letter sequences are Vietnamese syllables: onset, rhyme, tone. Knows nothing of meaning or frequency.

After Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977): a syllable is an onset and a rhyme; a rhyme that ends in a stop
(c, ch, p, t) takes only the tones sắc and nặng.
"""

import re
import unicodedata

from index.syllables import fold

_ONSETS = frozenset(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x".split(" "))
_RHYMES = frozenset(
    (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
        "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan "
        "oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn "
        "ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uây uân uâng uât uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up "
        "ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên "
        "yêng yêt yêu"
    ).split()
)
_AFTER_Q = frozenset(
    "ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăt uân uâng uât uây ue uen ueo "
    "uet uê uêch uên uênh uêt uơ uôc uy uya uych uyên uyêt uynh uyt uyu uôi".split()
)
_FOLDED_RHYMES, _FOLDED_AFTER_Q = (frozenset(map(fold, rhymes)) for rhymes in (_RHYMES, _AFTER_Q))
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOP_TONES = {"\u0301", "\u0323"}
_SPLIT = re.compile(r"^(ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnpqrstvx])?(.*)$")


def _without_tone(syllable: str) -> tuple[str, set[str]]:
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tones = {char for char in decomposed if char in _TONES}
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES)), tones


def is_syllable(text: str) -> bool:
    """Tell whether the letters can be one Vietnamese syllable; "nhiêu" can, "dieenj" and "đuờng" cannot."""
    plain, tones = _without_tone(text)
    match = _SPLIT.match(plain)
    if not plain or match is None or len(tones) > 1:
        return False
    onset, rhyme = match[1] or "", match[2]
    if onset == "gi" and rhyme not in _RHYMES:
        onset, rhyme = "g", "i" + rhyme  # "gì", "giếng": the i belongs to the rhyme
    valid = rhyme in _AFTER_Q if onset == "q" else onset in _ONSETS and rhyme in _RHYMES
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    return valid and (not stopped or bool(tones & _STOP_TONES))


def is_plain_syllable(text: str) -> bool:
    """Tell whether the letters can be a syllable typed without its tone: "tich" for "tích"."""
    return is_syllable(text) or is_syllable(_with_sharp_tone(text))


def is_folded_syllable(text: str) -> bool:
    """Tell whether the letters can be a syllable typed without any diacritic: "muong" for "mường"."""
    match = _SPLIT.match(text.lower())
    onset, rhyme = (match[1] or "", match[2]) if match else ("", "")
    if onset == "gi" and rhyme not in _FOLDED_RHYMES:
        onset, rhyme = "g", "i" + rhyme
    return rhyme in _FOLDED_AFTER_Q if onset == "q" else rhyme in _FOLDED_RHYMES


def _with_sharp_tone(text: str) -> str:
    vowel = re.search(r"[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)", text.lower())
    if vowel is None:
        return text
    return unicodedata.normalize("NFC", text[: vowel.end()] + "\u0301" + text[vowel.end() :])
