"""Writes the numbers of lists as they are shown: 3, iii, III, c. Knows Word's names for these forms."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_SMALL_ROMAN = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return the Roman numeral of a number from 1 to 3,999; beyond, its digits."""
    if not 1 <= number < 4000:
        return str(number)
    written = ""
    for value, letters in (*_ROMAN, *_SMALL_ROMAN):
        written += letters * (number // value)
        number %= value
    return written


def letter(number: int) -> str:
    """Return the letter that Word counts with: 1 is "a", 26 is "z", 27 is "aa", 28 is "bb"."""
    if not 1 <= number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def numeral(number: int, form: str) -> str:
    """Return a number in one of Word's forms (ST_NumberFormat); a form that is not known is written in digits."""
    match form:
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return letter(number).upper()
        case "lowerLetter":
            return letter(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)
