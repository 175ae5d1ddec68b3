"""Who may import."""

from portal.accounts.models import User


def can_import(user: User) -> bool:
    """Whoever may publish dynamics, and was given imports: what is imported is public at once."""
    return user.has_perms(["importing.add_importrun", "directory.publish_dynamic"])
