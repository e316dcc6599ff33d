"""What both modes share. Every value that an operator may set comes from config.environment."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils.csp import CSP

from config.database import database
from config.environment import DESK, ROOT, Environment

_environment = Environment()

FACE = _environment.choice("LEMS_FACE", ("public", "internal"))
STATE_FOLDER = _environment.folder("LEMS_STATE", default=ROOT / ".state")
CONTENT_FOLDER = _environment.folder("LEMS_CONTENT", default=ROOT)
WIDGET_FOLDER = _environment.folder("LEMS_WIDGET", default=ROOT / "widget" / "src")
STATIC_FOLDER = DESK / "pages" / "static"

DEBUG = False
PUBLIC_URL = _environment.text("LEMS_PUBLIC_URL").rstrip("/")
LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"]
SITE_HOSTS = [urlsplit(PUBLIC_URL).hostname or "127.0.0.1", *_environment.names("LEMS_HOSTS")]
ALLOWED_HOSTS = LOOPBACK_NAMES if FACE == "internal" else SITE_HOSTS

INSTALLED_APPS = ["corsheaders", "django_tasks_db", "chat", "faq", "pages"]
APPEND_SLASH = True
ROOT_URLCONF = f"config.urls_{FACE}"
MIDDLEWARE = [
    "config.middleware.request_log.request_log",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.headers.security_headers",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
NATIVE_MIDDLEWARE = [
    "config.middleware.request_log.request_log",
    "config.middleware.native_headers.native_headers",
    "corsheaders.middleware.CorsMiddleware",
    "config.middleware.origin.known_origin",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["pages.context.site"]},
    }
]

DATABASES = {"default": database(_environment.text("LEMS_DATABASE_URL"), state=STATE_FOLDER)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False

# A message of a patient is a few hundred bytes; nothing that the desk takes in is larger than this.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024

# ---- browsers ---------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "require-trusted-types-for": ["'script'"],
}
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True

CORS_ALLOWED_ORIGINS = _environment.names("LEMS_ORIGINS")
CORS_URLS_REGEX = r"^/api/v1/"
CORS_ALLOW_METHODS = ["GET", "POST", "DELETE", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "last-event-id"]
CORS_EXPOSE_HEADERS = ["retry-after"]
CORS_ALLOW_CREDENTIALS = False
CORS_PREFLIGHT_MAX_AGE = 7200

# ---- the chat ---------------------------------------------------------------------------------------------
ASSISTANT_URL = _environment.text("LEMS_ASSISTANT_URL").rstrip("/")
DESK_SECRET = _environment.text("LEMS_DESK_SECRET")
INTERNAL_SECRET = _environment.text("LEMS_INTERNAL_SECRET")
REPLY_WAIT = _environment.seconds("LEMS_REPLY_WAIT")
ASSISTANT_TIMEOUT = _environment.seconds("LEMS_ASSISTANT_TIMEOUT")
ASSISTANT_CONNECTIONS = _environment.number("LEMS_ASSISTANT_CONNECTIONS", minimum=1)
WAKING_SECONDS = _environment.seconds("LEMS_WAKING_SECONDS")
TEXT_LIMIT = _environment.number("LEMS_TEXT_LIMIT", minimum=1)
TOKEN_HOURS = _environment.number("LEMS_TOKEN_HOURS", minimum=1)
RETENTION_DAYS = _environment.number("LEMS_RETENTION_DAYS", minimum=1)
LIMIT_CONVERSATION = _environment.rate("LEMS_LIMIT_CONVERSATION")
LIMIT_ADDRESS = _environment.rate("LEMS_LIMIT_ADDRESS")
LIMIT_STARTS = _environment.rate("LEMS_LIMIT_STARTS")
LIMIT_STREAMS = _environment.number("LEMS_LIMIT_STREAMS", minimum=1)
EMERGENCY_NUMBERS = _environment.text("LEMS_EMERGENCY_NUMBERS")
CRISIS_LINES = _environment.text("LEMS_CRISIS_LINES")

# ---- logs -------------------------------------------------------------------------------------------------
_level = _environment.choice("LEMS_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"events": {"()": "config.logs.EventFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "events"}},
    "root": {"handlers": ["stderr"], "level": _level},
    "loggers": {
        # These write addresses, ids or SQL at their lower levels; none of that belongs in a log.
        "httpx": {"level": "WARNING"},
        "httpcore": {"level": "WARNING"},
        "django.db.backends": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "django.tasks": {"level": "WARNING"},
        # One line a request is written by config.middleware.request_log, without query and token.
        "django.request": {"level": "ERROR"},
        "asyncio": {"level": "WARNING"},
    },
}
