from django.urls import path

from dynamics.monographs import views

app_name = "monographs"
urlpatterns = [
    path("comparer/", views.compare, name="compare"),
    path("tableaux/ressources/", views.resources, name="resources"),
    path("tableaux/gouvernance/", views.governance, name="governance"),
    path("<slug:slug>/", views.story, name="story"),
]
