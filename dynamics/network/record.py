"""A tie as the public data carry it."""

from typing import Any

from dynamics.directory.models import Dynamic
from dynamics.network.models import Tie

LICENCE = "Licence Ouverte 2.0"
Record = dict[str, Any]


def end(dynamic: Dynamic | None, outside: str, *, site: str) -> Record:
    """Name one end; somebody outside has no address."""
    if dynamic is None:
        return {"slug": None, "name": outside, "url": None}
    return {
        "slug": dynamic.slug,
        "name": dynamic.name,
        "url": site + dynamic.get_absolute_url(),
    }


def record(tie: Tie, *, site: str) -> Record:
    """Return everything that is public about a tie that names nobody.

    `site` is the address of the portal, without its last slash.
    """
    return {
        "id": tie.pk,
        "type": tie.type,
        "predicate": tie.predicate,
        "subject": end(tie.source, tie.source_outside, site=site),
        "object": end(tie.target, tie.target_outside, site=site),
        "since": tie.since,
        "until": tie.until,
        "evidence": {"text": tie.text, "source": tie.citation, "link": tie.link},
        "declared_by": tie.origin,
        "confirmed": {
            "source": tie.confirmed_by_source_side_at is not None,
            "target": tie.confirmed_by_target_side_at is not None,
            "team": tie.confirmed_by_team_at is not None,
        },
        "licence": LICENCE,
        "updated_at": tie.changed_at,
    }
