"""The public API, version 1: open data, read without a key."""

from portal.api.version_1 import api

__all__ = ["api"]
