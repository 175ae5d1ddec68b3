"""Every address of the portal."""

from wagtail import urls as wagtail_urls

from django.urls import include, path

urlpatterns = [path("", include(wagtail_urls))]
