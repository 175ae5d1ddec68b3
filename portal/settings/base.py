"""What is true everywhere. Each environment overrides facts; none branches."""

from pathlib import Path

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF, UNSAFE_INLINE

from portal import environment

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = environment.directory("DATA_DIR", BASE_DIR / "var")

INSTALLED_APPS = [
    "portal.home",
    "dynamics.cartography",
    "dynamics.network",
    "dynamics.importing",
    "dynamics.monographs",
    "dynamics.directory",
    "toolbox",
    "portal.contributions",
    "portal.community",
    "portal.glossary",
    "portal.proposals",
    "search",
    "portal.territories",
    "portal.vocabulary",
    "portal.bibliography",
    "portal.opendata",
    "portal.accounts",
    "portal.core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    # This is the modelsearch app itself: naming both fails in the background, silently.
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    # Templates of widgets may stand among ours, and theirs are found too (see FORM_RENDERER).
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First, so that every answer has their headers: errors, redirects and static files too.
    "csp.middleware.CSPMiddleware",
    "portal.core.middleware.CommonHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "portal.core.middleware.OpenDataMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        environment.url(
            "DATABASE_URL",
            f"sqlite:///{DATA_DIR / 'maillage.sqlite3'}",
            schemes=("sqlite", "postgres", "postgresql"),
        ),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # With Django's defaults, 45 % of concurrent read-modify-write transactions fail
    # "database is locked"; with these, none does (measured, see DECISIONS.md).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "wagtailadmin_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.core.static_files.HashedStaticFiles"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

BROKER_URL = environment.url("CELERY_BROKER_URL", "", schemes=("redis", "rediss", "amqp", "amqps"))
CELERY_BROKER_URL = BROKER_URL or "memory://localhost/"
# No broker: a task runs in the process that asked for it, after the commit.
CELERY_TASK_ALWAYS_EAGER = not BROKER_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A broker that is away, or that listens and says nothing, does not keep whoever publishes waiting.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "max_retries": 0,
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
}
CELERY_TASK_ROUTES = {"search.tasks.*": {"queue": "search"}}
CELERY_BEAT_SCHEDULE = {
    "drain-search": {"task": "search.tasks.drain", "schedule": 20.0},
    "ask-freshness": {"task": "dynamics.directory.tasks.ask_freshness", "schedule": 86_400.0},
    "forget-addresses": {
        "task": "portal.contributions.tasks.forget_old_addresses",
        "schedule": 86_400.0,
    },
    "draw-network": {"task": "dynamics.network.tasks.redraw", "schedule": 600.0},
    "forget-questions": {"task": "search.tasks.forget_old_questions", "schedule": 86_400.0},
    "forget-imported-files": {
        "task": "dynamics.importing.tasks.forget_old_files",
        "schedule": 24 * 3600.0,
    },
    "dump-open-data": {
        "task": "portal.opendata.tasks.dump",
        "schedule": crontab(hour=3, minute=10),
    },
}

# An import takes minutes: without a worker, a thread of the server does it.
IMPORT_BESIDE_THE_REQUEST = not BROKER_URL
IMPORTED_FILES_KEPT_FOR = 30  # days

# Pages as an editor sees them; the public search has its own engine (see `search/`).
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
SEARCH_URL = environment.url("SEARCH_URL", "", schemes=("http", "https"))
# Two portals on one search server keep apart by the beginning of their indices' names.
SEARCH_PREFIX = environment.prefix("SEARCH_PREFIX", "maillage")
# The index of the embedded engine, when there is no SEARCH_URL.
SEARCH_DIR = DATA_DIR / "search"

SITE_URL = environment.site_url("SITE_URL", "http://127.0.0.1:8000", schemes=("http", "https"))
# Who publishes the open data, in the words of catalogues.
OPEN_DATA_PUBLISHER = environment.optional("OPEN_DATA_PUBLISHER", "Maillage")
# Where a security problem is reported: an address beginning with mailto: or https:.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT", f"{SITE_URL}/mentions-legales/")
WAGTAIL_SITE_NAME = "Maillage"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_LOGIN_FORM = "portal.accounts.forms.SignInForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("fr", "Français")]
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Wagtail's own default: with True, approving a record saves it again, hence never ends the review
# (https://github.com/wagtail/wagtail/issues/13563).
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
# Milliseconds. With the usual 500, an approval that takes longer is sent once more by the autosave.
WAGTAIL_AUTOSAVE_INTERVAL = 5_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# Browsers that know frame-ancestors, below, heed it instead: previews are frames of the same site.
X_FRAME_OPTIONS = "DENY"
# Nothing here films, listens, locates or makes anyone pay.
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
# But for the directory, which may ask where the device is when one presses “near me”.
PERMISSIONS_POLICY_WITH_PLACE = PERMISSIONS_POLICY.replace("geolocation=()", "geolocation=(self)")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# One cookie in all: the session's, for those who sign in.
CSRF_USE_SESSIONS = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    }
}
# Wagtail's admin, for people who signed in, still needs inline scripts and styles.
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": CONTENT_SECURITY_POLICY["DIRECTIVES"]
    | {
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
        "worker-src": [SELF, "blob:"],
    }
}

vars().update(environment.email("EMAIL_URL"))
DEFAULT_FROM_EMAIL = environment.optional("DEFAULT_FROM_EMAIL", "maillage@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "portal.core.logs.DiscreetFormatter",
            "fmt": "{levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
