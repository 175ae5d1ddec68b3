"""What the linker needs, read from the glossary once per state of it."""

import re
from functools import lru_cache

from portal.core.prose import address
from portal.core.querysets import state_of
from portal.glossary.linking import MentionLinker, key_of, pattern_for
from portal.glossary.models import Term

# Words so common in these texts that linking them would only be noise.
TOO_COMMON = frozenset({"territoire", "coopération", "entreprise", "transition"})


@lru_cache(maxsize=2)
def _vocabulary(state: tuple) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    addresses: dict[str, str] = {}
    names: list[str] = []
    for slug, *written in Term.objects.published().names():
        for name in filter(None, written):
            key = key_of(name)
            if key not in TOO_COMMON and key not in addresses:
                addresses[key] = address(f"terme:{slug}")
                names.append(name)
    return pattern_for(names), addresses


def linker_for(url: str = "") -> MentionLinker:
    """Return a linker for one page; a term's own page never links to itself. One query."""
    pattern, addresses = _vocabulary(state_of(Term.objects.published))
    return MentionLinker(pattern, addresses, already_linked=[url] if url else [])
