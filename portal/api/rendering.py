"""How the answers of the API are written."""

from collections.abc import Mapping
from typing import Any

from ninja.renderers import JSONRenderer


class ReadableJSON(JSONRenderer):
    """JSON whose accents can be read."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}
