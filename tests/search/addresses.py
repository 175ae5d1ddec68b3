"""The addresses of search alone."""

from django.urls import include, path

urlpatterns = [path("recherche/", include("search.urls"))]
