from django.urls import path

from dynamics.directory import views
from dynamics.directory.upkeep import views as upkeep

app_name = "directory"
urlpatterns = [
    path("", views.index, name="index"),
    path("proposer/", upkeep.propose, name="propose"),
    path("toujours-exact/<str:token>/", upkeep.confirm, name="confirm"),
    path("<slug:slug>/corriger/", upkeep.correct, name="correct"),
    path("<slug:slug>/modifier/", upkeep.edit, name="edit"),
]
