"""Whether something changed, told from cheap facts: how many, the newest, the last edited; never from the answer itself."""

import datetime
import hashlib
from dataclasses import dataclass

from django.db.models import Aggregate, Count, Max, Model, QuerySet
from wagtail.models import ModelLogEntry

from portal.core.models import LoadedFile

# Raised when exports say something else of the same records, so that nobody keeps the old form.
FORMAT = 2


@dataclass(frozen=True)
class Freshness:
    """What changes whenever a set of data does."""

    facts: tuple[object, ...]

    @property
    def changed_at(self) -> datetime.datetime | None:
        """The newest of the dates among the facts."""
        dates = (fact for fact in self.facts if isinstance(fact, datetime.datetime))
        return max(dates, default=None)

    def etag(self, address: str) -> str:
        """Name the state of what is answered at this address."""
        state = repr((FORMAT, address, self.facts))
        return f'"{hashlib.sha256(state.encode()).hexdigest()[:32]}"'


def facts_of(records: QuerySet | type[Model], *dates: str, **more: Aggregate) -> tuple[object, ...]:
    """Return how many records there are, the newest key and the last of each of these dates. One query.

    A record that goes changes the count; one that goes while another comes changes the newest key.
    """
    rows = records if isinstance(records, QuerySet) else records._base_manager.all()
    asked = {f"last_{date}": Max(date) for date in dates}
    found = rows.order_by().aggregate(**{"count": Count("pk"), "newest": Max("pk")} | asked | more)
    return tuple(found.values())


def words_facts(*vocabularies: tuple[type[Model], str, str]) -> tuple[str]:
    """Return what changes as soon as a word of these small tables does: (model, code, label). One query."""
    first, *others = (
        model._base_manager.order_by().values_list(code, label)
        for model, code, label in vocabularies
    )
    digest = hashlib.sha256()
    for pair in sorted(first.union(*others, all=True)):
        digest.update(repr(pair).encode())
    return (digest.hexdigest(),)


def editing_facts() -> tuple[object, ...]:
    """Return what changes whenever somebody edits anything but a page, or a content file is loaded.

    Two queries. This is how a commune renamed in the admin is noticed among thirty-five thousand.
    """
    return facts_of(ModelLogEntry, "timestamp") + facts_of(LoadedFile, "loaded_at")
