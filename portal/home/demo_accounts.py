"""One account per role, for a portal on one's own machine only. Nobody real stands behind them."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts.models import User
from portal.home.groups import ANIMATORS, EDITORS, MEMBERS

PASSWORD = "maillage-demo"  # noqa: S105 - printed on the screen, for a server that only this machine reaches


@dataclass(frozen=True)
class Role:
    """What an account may do, and the address it signs in with."""

    label: str
    email: str
    group: str = ""
    is_superuser: bool = False


ROLES = (
    Role("membre", "membre@demo.example", MEMBERS),
    Role("éditeur", "editeur@demo.example", EDITORS),
    Role("animateur", "animateur@demo.example", ANIMATORS),
    Role("administrateur", "admin@demo.example", is_superuser=True),
)


@transaction.atomic
def create_demo_accounts() -> None:
    """Create the accounts that are missing; leave the others as they are."""
    for role in ROLES:
        if User.objects.filter(email=role.email).exists():
            continue
        user = User.objects.create_user(
            role.email,
            PASSWORD,
            first_name=role.label.capitalize(),
            last_name="(compte de démonstration)",
            is_superuser=role.is_superuser,
            is_staff=role.is_superuser,
        )
        if role.group:
            user.groups.add(Group.objects.get(name=role.group))
