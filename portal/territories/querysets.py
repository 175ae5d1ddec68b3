"""Which territories: the adjectives the rest of the portal asks with."""

from typing import Self

from django.db.models import Q, QuerySet

from portal.territories.names import ARTICLES, name_key, postcode_of


class NamedQuerySet(QuerySet):
    """Territories one looks for by name."""

    def named(self, name: str) -> Self:
        """Those called exactly this, whatever the accents, capitals, hyphens and abbreviations."""
        return self.filter(slug=name_key(name))

    def beginning_with(self, text: str) -> Self:
        """Those whose name begins like this, its article typed or not."""
        key = name_key(text)
        if not key:
            return self.none()
        beginning = Q(slug__startswith=key)
        for article in ARTICLES:
            beginning |= Q(slug__startswith=f"{article}-{key}")
        return self.filter(beginning)


# The southern and Antarctic lands, and Clipperton: nobody lives there.
UNINHABITED = ("984", "989")


class RegionQuerySet(NamedQuerySet):
    """The régions, and the collectivities that stand for one."""

    def overseas(self) -> Self:
        """Those that lie outside the map of metropolitan France and where people live."""
        return self.exclude(zone="metro").exclude(code__in=UNINHABITED)


class CommuneQuerySet(NamedQuerySet):
    """Communes of France, and the places abroad the portal may put on its map."""

    def french(self) -> Self:
        """Communes that have an INSEE code."""
        return self.filter(country="FR")

    def in_country(self, code: str) -> Self:
        """Those of one country: "FR", "BE", "CA", "CH", "LU"."""
        return self.filter(country=code)

    def abroad(self) -> Self:
        """Places of Belgium, Québec, Switzerland and Luxembourg."""
        return self.exclude(country="FR")

    def at_postcode(self, postcode: str) -> Self:
        """Communes served by a postcode, its lost zero put back."""
        code = postcode_of(postcode)
        return self.filter(postcodes__contains=code) if code else self.none()

    def biggest_first(self) -> Self:
        """The most populated first, the way a list of suggestions is read."""
        return self.order_by("-population", "slug", "code")

    def with_territory(self) -> Self:
        """Bring the département and the région along, in the same query."""
        return self.select_related("department__region", "epci")
