"""What a text may hold to be written as XML."""

import re

# What XML 1.0 refuses, even escaped: a text pasted from a slide show brings some.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(text: str) -> str:
    """Return a text without the characters that XML refuses."""
    return _REFUSED.sub("", text)
