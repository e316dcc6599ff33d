"""For a server behind a proxy that speaks https. `manage.py check --deploy` is clean with these settings."""

from __future__ import annotations

from config.environment import SettingError
from config.secret_key import operator_key
from config.settings.base import *  # noqa: F403
from config.settings.base import DESK_SECRET, FACE, INTERNAL_SECRET, PUBLIC_URL, _environment

SECRET_KEY = operator_key(_environment.text("LEMS_SECRET_KEY"))
SECRET_KEY_FALLBACKS = _environment.names("LEMS_SECRET_KEY_FALLBACKS", separator=" ")

if not PUBLIC_URL.startswith("https://"):
    raise SettingError(f"LEMS_PUBLIC_URL='{PUBLIC_URL}' must begin with https:// in production")
for _name, _value in (("LEMS_DESK_SECRET", DESK_SECRET), ("LEMS_INTERNAL_SECRET", INTERNAL_SECRET)):
    if len(_value) < 20:
        raise SettingError(f"{_name} has {len(_value)} characters; production needs at least 20")

if FACE == "public":
    # uvicorn takes the scheme from the trusted proxy (LEMS_PROXIES), so no header is believed here.
    SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = _environment.number("LEMS_HSTS_SECONDS")
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
