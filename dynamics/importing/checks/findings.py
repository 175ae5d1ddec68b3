"""What a check has to say."""

from dataclasses import dataclass

# The words of the report: other programs read them, they do not change.
SWAPPED = "swapped_coordinates"
LAMBERT = "lambert93"
COMMA = "decimal_comma"
ZERO = "lost_leading_zero"
SIGN = "sign_flip"
FAR = "far_from_commune"
NOWHERE = "zero_zero"
REPEATED = "repeated_point"
HTML = "html_in_text"
ENCODING = "encoding"
MISALIGNED = "misaligned"
CODES = (SWAPPED, LAMBERT, COMMA, ZERO, SIGN, FAR, NOWHERE, REPEATED, HTML, ENCODING, MISALIGNED)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a row that whoever imports should know; `about` completes the sentence."""

    code: str
    field: str = ""
    value: str = ""
    is_fixed: bool = False
    about: str = ""
