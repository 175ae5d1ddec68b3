from django.urls import path

from dynamics.network import looking, views

app_name = "network"
urlpatterns = [
    path("reseau.json", looking.data, name="data"),
    path("chemin/", views.path, name="path"),
    path("<slug:slug>/liens/", views.ties, name="ties"),
    path("<slug:slug>/liens/declarer/", views.declare, name="declare"),
    path("<slug:slug>/liens/<int:key>/<slug:verb>/", views.decide, name="decide"),
]
