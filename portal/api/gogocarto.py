"""The addresses that GoGoCarto gave the platforms of transition, beside our own API and with the same manners."""

from ninja import NinjaAPI

from dynamics.directory.gogocarto_api import router
from portal.api import errors
from portal.api.rendering import ReadableJSON

api = NinjaAPI(
    title="Maillage",
    version="gogocarto",
    urls_namespace="api-gogocarto",
    docs_url=None,
    openapi_url=None,
    renderer=ReadableJSON(),
)
api.add_router("", router)
errors.install(api)
