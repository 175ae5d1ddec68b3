"""Background work: `celery --app portal.celery worker`, and `beat` for what comes round."""

from celery import Celery

app = Celery("maillage")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
