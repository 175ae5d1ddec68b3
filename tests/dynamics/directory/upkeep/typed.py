"""What somebody types in the public forms of the directory."""

from dynamics.directory.upkeep import facts


def record(**changes: object) -> dict:
    """Fill in the form that proposes a record."""
    return {
        "name": "La Laine du Causse",
        "type": "ptce",
        "summary": "Des éleveuses et une filature travaillent la laine locale.",
        "place": "Figeac",
        "website": "",
        "created_year": "",
        "number": "",
        "note": "",
        "credit": "",
        "email": "",
        "leave_empty": "",
        **changes,
    }


def as_it_stands(dynamic: object, **changes: object) -> dict:
    """Fill in the form that corrects a record with what it says, but for some changes."""
    current = facts.read(dynamic)
    place = dynamic.commune.label if dynamic.commune else dynamic.place_label
    kept = {name: "" if value is None else value for name, value in current.items()}
    del kept["commune"]
    return record(**kept | {"place": place} | changes)
