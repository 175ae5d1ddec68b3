"""Load the ties that the sources tell, from `fixtures/ties.toml`."""

from pathlib import Path

from django.utils import timezone

from dynamics.directory.models import Dynamic
from dynamics.network import tasks
from dynamics.network.models import Tie
from dynamics.network.ordering import in_order
from portal.bibliography.references import parse
from portal.core.content_files import changed_tables, find, naming

ENDS = ("source", "source_outside", "target", "target_outside", "type")


def _dynamic(slug: str | None) -> Dynamic | None:
    return find(Dynamic.objects, "slug", slug) if slug else None


def load_tie(values: dict) -> int:
    """Create or update one tie of the study, confirmed by the team; return its key."""
    ends = in_order(
        Tie(
            type=values["type"],
            source=_dynamic(values.get("from")),
            source_outside=values.get("from_outside", ""),
            target=_dynamic(values.get("to")),
            target_outside=values.get("to_outside", ""),
        )
    )
    same = Tie.objects.filter(**{name: getattr(ends, name) for name in ENDS}, source_person=None)
    tie = same.first() or ends
    tie.text = values["text"]
    tie.since, tie.until = values.get("since"), values.get("until")
    tie.document, tie.locator = parse(values["source"])
    tie.origin, tie.declared_by = Tie.Origin.STUDY, None
    tie.refused_at = tie.refused_by = None
    tie.confirmed_by_team_at = tie.confirmed_by_team_at or timezone.now()
    tie.full_clean()
    tie.save()
    return tie.pk


def load(folder: Path) -> int:
    """Load every tie if the file changed, forget those that left it; return how many were read."""
    count = 0
    for tables in changed_tables(folder, "ties.toml", purpose="network"):
        kept = []
        for values in tables["ties"]:
            with naming(f"ties.toml, {values.get('text', 'a tie')}"):
                kept.append(load_tie(values))
        Tie.objects.filter(origin=Tie.Origin.STUDY).exclude(pk__in=kept).delete()
        count = len(kept)
    tasks.redraw_soon()
    return count
