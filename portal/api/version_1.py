"""Which rooms open their data, and under which general conditions."""

from typing import Any

from ninja import NinjaAPI, Router
from ninja.openapi.schema import OpenAPISchema

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _

import dynamics.cartography.api
import dynamics.directory.api
import dynamics.network.api
import portal.glossary.api
import search.api
import toolbox.api
from portal.api import errors, gogocarto
from portal.api.documentation import Documentation, in_words
from portal.api.rendering import ReadableJSON

DESCRIPTION = _(
    "Everything that the portal publishes, to be used again: dynamics, methods, terms. Reading needs "
    "no key and is allowed from any site."
)


class OpenData(NinjaAPI):
    """An API that describes itself in the visitor's language."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """Return the OpenAPI description, translated."""
        schema = super().get_openapi_schema(**options)
        schema.update(in_words(dict(schema)))
        return schema


api = OpenData(
    title="Maillage",
    version="1.0.0",
    description=DESCRIPTION,
    urls_namespace="api-v1",
    docs=Documentation(also=gogocarto.api),
    renderer=ReadableJSON(),
)
api.add_router("", dynamics.directory.api.router)
api.add_router("", dynamics.cartography.api.router)
api.add_router("", dynamics.network.api.router)
api.add_router("", toolbox.api.router)
api.add_router("", portal.glossary.api.router)
api.add_router("", search.api.router)
errors.install(api)

# Last, for its addresses match everything.
fallback = Router()
api.add_router("", fallback)


@fallback.get("/", include_in_schema=False)
def door(request: HttpRequest) -> HttpResponse:
    """Whoever comes without knowing what to ask reads the manual."""
    return redirect("api-v1:openapi-view")


@fallback.get("/{path:rest}", include_in_schema=False)
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer in JSON about addresses that do not exist, too."""
    raise Http404(rest)
