from django.urls import path

from portal.contributions import views

app_name = "contributions"
urlpatterns = [path("merci/", views.thanks, name="thanks")]
