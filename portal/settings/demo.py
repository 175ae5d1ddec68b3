"""A portal on one's own machine: nothing to install, nothing to configure."""

from portal.core.secret import local_secret
from portal.settings.base import *
from portal.settings.base import DATA_DIR

SECRET_KEY = local_secret(DATA_DIR / "secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DEBUG = False
DEMO = True
