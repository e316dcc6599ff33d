"""For one's own machine: listens to loopback names, makes its own key."""

from __future__ import annotations

from config.secret_key import local_key
from config.settings.base import *  # noqa: F403
from config.settings.base import FACE, LOOPBACK_NAMES, SITE_HOSTS, STATE_FOLDER, _environment

SECRET_KEY = local_key(_environment.text("LEMS_SECRET_KEY"), state=STATE_FOLDER)
SECRET_KEY_FALLBACKS = _environment.names("LEMS_SECRET_KEY_FALLBACKS", separator=" ")
if FACE == "public":
    ALLOWED_HOSTS = [*LOOPBACK_NAMES, *SITE_HOSTS]
