"""Conditions that database constraints share."""

from django.db.models import Q


def all_or_none(*fields: str) -> Q:
    """Match rows where every field is set, or where none is."""
    none = Q(**{f"{field}__isnull": True for field in fields})
    every = Q(**{f"{field}__isnull": False for field in fields})
    return none | every


def between(field: str, lowest: float, highest: float) -> Q:
    """Match rows where the field is empty or within the bounds, both included."""
    return Q(**{f"{field}__isnull": True}) | Q(
        **{f"{field}__gte": lowest, f"{field}__lte": highest}
    )
