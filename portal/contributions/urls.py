from django.urls import path

from portal.contributions import views

app_name = "contributions"
urlpatterns = [
    path("merci/", views.thanks, name="thanks"),
    path("mes-donnees/", views.my_data, name="my_data"),
    path("mes-donnees.json", views.my_data_file, name="my_data_file"),
]
