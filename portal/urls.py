"""Every address of the portal, in one place."""

from csp.decorators import csp

from django.conf import settings
from django.urls import include, path
from django.views.generic import TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as document_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.api import api, gogocarto
from portal.core import security, styleguide, uploads
from portal.home import feed, health
from portal.home.sitemaps import SITEMAPS

admin_patterns = decorate_urlpatterns(
    admin_urls.urlpatterns, csp(settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"])
)

handler400 = "portal.core.errors.bad_request"
handler500 = "portal.core.errors.server_error"

urlpatterns = [
    path("admin/", include(admin_patterns)),
    path("documents/", include(document_urls)),
    path("media/images/<path:path>", uploads.image),
    path("recherche/", include("search.urls")),
    path("dynamiques/", include("dynamics.directory.urls")),
    path("dynamiques/", include("dynamics.network.urls")),
    path("dynamiques/", include("dynamics.monographs.urls")),
    path("contributions/", include("portal.contributions.urls")),
    path("outils/", include("toolbox.urls")),
    path("glossaire/", include("portal.glossary.urls")),
    path("propositions/", include("portal.proposals.urls")),
    path("", include("portal.opendata.urls")),
    path("api/v1/", api.urls),
    path("api/", gogocarto.api.urls),
    path("nouveautes.atom", feed.news, name="news"),
    path("sante/", health.health, name="health"),
    path("composants/", styleguide.components, name="styleguide"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}),
    path(
        "robots.txt",
        TemplateView.as_view(
            template_name="robots.txt",
            content_type="text/plain; charset=utf-8",
            extra_context={"site_url": settings.SITE_URL},
        ),
    ),
    path(".well-known/security.txt", security.security_txt),
    path("", include(wagtail_urls)),
]
