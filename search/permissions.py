"""Who may find what."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from search.schema import MEMBERS, PUBLIC


def audiences_of(user: AbstractBaseUser | AnonymousUser) -> frozenset[str]:
    """Everybody finds what is public; members also find what is shown to members."""
    if user.has_perm("search.read_members_documents"):
        return frozenset({PUBLIC, MEMBERS})
    return frozenset({PUBLIC})
