from django.urls import path

from portal.proposals import views

app_name = "proposals"
urlpatterns = [path("", views.index, name="index")]
