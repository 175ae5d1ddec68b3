"""How many ties each dynamic has, for the table of the directory."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dynamics.network.models import Tie


def ties_of_each(keys: Sequence[int]) -> Mapping[int, int]:
    """Return the number of public ties of each of these dynamics that has any, in one query."""
    ends = Tie.objects.public().of_any(keys).values_list("source", "target")
    counts = Counter(end for tie in ends for end in set(tie))
    return {key: counts[key] for key in keys if counts[key]}
