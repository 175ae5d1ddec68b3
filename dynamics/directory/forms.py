"""What editors type of a dynamic."""

from typing import Any

from portal.core.forms import AddressedForm

COORDINATES = ("latitude", "longitude")


class DynamicForm(AddressedForm):
    """The record of a dynamic: its commune gives the coordinates that nobody typed."""

    def clean(self) -> dict[str, Any]:
        """Put the dynamic where its commune is, unless somebody said better."""
        values = super().clean()
        commune = values.get("commune")
        if commune and self._has_no_place_of_its_own(values):
            values["latitude"], values["longitude"] = commune.latitude, commune.longitude
            if values.get("place_precision") == "unknown":
                values["place_precision"] = "commune"
        return values

    def _has_no_place_of_its_own(self, values: dict[str, Any]) -> bool:
        """Whether the coordinates are empty, or those of the commune that was just replaced."""
        typed = [values.get(name) for name in COORDINATES]
        is_left_alone = not {*COORDINATES} & {*self.changed_data}
        return typed == [None, None] or ("commune" in self.changed_data and is_left_alone)
