"""What the database knows of names, postcodes and codes that people write."""

from dataclasses import dataclass

from portal.territories.models import Commune, Department
from portal.territories.names import name_key, padded_code, padded_department, with_any_article


@dataclass(frozen=True)
class Namesake:
    """A commune that answers to a name; the lower the rank, the closer the name."""

    OWN_NAME = 0
    BUT_FOR_AN_ARTICLE = 1
    OTHER_NAME = 2

    commune: Commune
    rank: int


def namesakes(name: str, *, abroad: bool = False, country: str = "") -> list[Namesake]:
    """Return the communes that have this name, or had it, the closest first."""
    key = name_key(name)
    if not key:
        return []
    communes = Commune.objects.abroad() if abroad else Commune.objects.french()
    communes = communes.in_country(country).with_territory() if country else communes.with_territory()
    found: dict[str, Namesake] = {}
    for commune in communes.filter(slug__in=with_any_article(key)):
        rank = Namesake.OWN_NAME if commune.slug == key else Namesake.BUT_FOR_AN_ARTICLE
        found[commune.code] = Namesake(commune, rank)
    for commune in communes.filter(other_names__slug=key):
        found.setdefault(commune.code, Namesake(commune, Namesake.OTHER_NAME))
    return sorted(found.values(), key=lambda one: (one.rank, one.commune.code))
