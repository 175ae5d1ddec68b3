"""The indices on the server: one per generation, and two aliases that name the one in use.

Reading and writing go through aliases, moved together in one step: a reader sees the old index or
the new one. They carry the version of the schema, so an index of another version is never read.
"""

import re
import time

from elasticsearch import Elasticsearch

from search.engines.base import IndexMissingError
from search.engines.elastic.connection import Connection
from search.engines.elastic.layout import index_settings, mappings
from search.schema import SCHEMA_VERSION

_VERSION = r"[0-9a-f]{12}"


class Generations:
    """The generations whose names begin alike."""

    def __init__(self, connection: Connection, prefix: str) -> None:
        self._connection = connection
        self.prefix = prefix
        self.reading = f"{prefix}-{SCHEMA_VERSION}-read"
        self.writing = f"{prefix}-{SCHEMA_VERSION}-write"

    def current(self) -> str:
        """Name the index in use.

        Raises:
            IndexMissingError: there is none of this version.
        """
        with self._connection.writing() as client:
            (name,) = client.indices.get(index=self.writing, features="aliases").body
        return str(name)

    def create(self) -> str:
        """Make the index of a new generation."""
        name = f"{self.prefix}-{SCHEMA_VERSION}-{time.time_ns()}"
        with self._connection.writing() as client:
            client.indices.create(index=name, settings=index_settings(), mappings=mappings())
        return name

    def activate(self, name: str) -> None:
        """Make a generation the one in use, for readers and writers at once."""
        actions = [
            {"remove": {"index": f"{self.prefix}-*", "aliases": [self.reading, self.writing], "must_exist": False}},
            {"add": {"index": name, "alias": self.reading}},
            {"add": {"index": name, "alias": self.writing, "is_write_index": True}},
        ]  # fmt: skip
        with self._connection.writing() as client:
            client.indices.update_aliases(actions=actions)

    def sweep(self) -> None:
        """Delete the generations that are not in use."""
        try:
            kept = self.current()
        except IndexMissingError:
            kept = ""
        with self._connection.writing() as client:
            for name in self._all(client):
                if name != kept:
                    client.indices.delete(index=name, ignore_unavailable=True)

    def drop(self, *others: str) -> None:
        """Delete every generation, and other indices by their names."""
        with self._connection.writing() as client:
            for name in (*self._all(client), *others):
                client.indices.delete(index=name, ignore_unavailable=True)

    def _all(self, client: Elasticsearch) -> list[str]:
        """Name the generations: what merely begins alike may be another portal's."""
        ours = re.compile(rf"{re.escape(self.prefix)}-{_VERSION}-\d+")
        found = client.indices.get(
            index=f"{self.prefix}-*", features="aliases", expand_wildcards="open"
        )
        return [name for name in found.body if ours.fullmatch(name)]
