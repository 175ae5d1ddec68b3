"""What the portal holds of somebody's contributions and memberships, for that person alone."""

from typing import Any

from portal.accounts.models import User


def held_about(user: User) -> dict[str, Any]:
    """Return everything, ready for JSON."""
    return {
        "account": {"email": user.email, "name": user.get_full_name()},
        "member_of": [
            {
                "dynamic": str(each.dynamic),
                "address": each.dynamic.get_absolute_url(),
                "since": each.since.isoformat(),
            }
            for each in user.memberships.select_related("dynamic")
        ],
        "contributions": [
            {
                "title": each.title,
                "submitted_at": each.submitted_at.isoformat(),
                "state": each.state,
                "state_label": each.get_state_display(),
                "reason": each.reason,
                "proposed": each.payload,
                "note": each.note,
                "credit": each.credit,
                "email": each.email,
            }
            for each in user.contributions.order_by("pk")
        ],
    }
