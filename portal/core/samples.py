"""Sample values, to show components without any data."""


def everything() -> dict[str, object]:
    """Return the context of the style guide."""
    return {}
