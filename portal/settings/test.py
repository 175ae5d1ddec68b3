"""The test suite: quick hashes, nothing sent, everything in memory unless DATABASE_URL says otherwise."""

import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105 - guards nothing but the test run
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DEBUG = False
DEMO = False
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Held here for as long as the process: what it holds is thrown away with it.
_folder = tempfile.TemporaryDirectory(prefix="maillage-test-")
DATA_DIR = Path(_folder.name)
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()
SEARCH_URL = ""
SEARCH_DIR = DATA_DIR / "search"
CELERY_BROKER_URL = "memory://localhost/"
CELERY_TASK_ALWAYS_EAGER = True
IMPORT_BESIDE_THE_REQUEST = False
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
