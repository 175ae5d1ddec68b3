"""The page about open data and its copies, then the catalogue that other catalogues harvest."""

from django.urls import path

from portal.opendata import views

app_name = "opendata"
urlpatterns = [
    path("donnees/", views.index, name="index"),
    path("donnees/manifest.json", views.manifest, name="manifest"),
    path("donnees/schemas/<slug:code>.json", views.schema, name="schema"),
    path("donnees/<str:name>", views.copy, name="copy"),
    path("api/catalog", views.catalogue_any, name="catalogue"),
    path("api/catalog.jsonld", views.catalogue_jsonld, name="catalogue-jsonld"),
    path("api/catalog.ttl", views.catalogue_turtle, name="catalogue-turtle"),
]
