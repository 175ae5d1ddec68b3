"""Maillage. The Celery application is made with the package: shared tasks must find it."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
