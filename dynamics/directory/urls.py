from django.urls import path

from dynamics.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.index, name="index"),
    path("points.geojson", views.points, name="points"),
]
