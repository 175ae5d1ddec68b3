"""Comparing the index with the database: the guarantee behind the guarantees."""

from collections.abc import Iterator
from dataclasses import dataclass

from search import draining, indexing, rebuilding
from search.engines.base import Engine
from search.models import PendingChange


@dataclass(frozen=True)
class Differences:
    """What the index has not, has in another version, or should not have any more."""

    missing: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Tell whether both say the same."""
        return not (self.missing or self.outdated or self.unwanted or self.failed)

    @property
    def lines(self) -> Iterator[str]:
        """Yield one line per difference."""
        for word in ("missing", "outdated", "unwanted", "failed"):
            yield from (f"{word}: {uid}" for uid in sorted(getattr(self, word)))


def compare(engine: Engine) -> Differences:
    """Build every document and compare it with the one in the index; changes still pending differ."""
    indexed = engine.fingerprints()
    wanted: dict[str, str] = {}
    failed: set[str] = set()
    for uids in rebuilding.chunks(rebuilding.every_uid()):
        batch = indexing.describe(uids)
        wanted |= {document.uid: document.fingerprint for document in batch.documents}
        failed |= batch.failed
    return Differences(
        missing=frozenset(wanted.keys() - indexed.keys()),
        outdated=frozenset(
            uid for uid in wanted.keys() & indexed.keys() if wanted[uid] != indexed[uid]
        ),
        unwanted=frozenset(indexed.keys() - wanted.keys() - failed),
        failed=frozenset(failed),
    )


def repair(differences: Differences) -> None:
    """Note again what differs, and give another chance to what failed too often."""
    PendingChange.objects.filter(attempts__gte=draining.MAX_ATTEMPTS).update(attempts=1)
    uids = differences.missing | differences.outdated | differences.unwanted
    PendingChange.objects.bulk_create(PendingChange(uid=uid) for uid in sorted(uids))
