"""Run in desk/ by the desk's own Python: each line that comes in is said by a person in the newest conversation."""

import sys

import django
from config.mode import choose_settings

choose_settings()
django.setup()

from chat.models import Conversation  # noqa: E402
from chat.services import staff  # noqa: E402

for line in sys.stdin:
    staff.say(Conversation.objects.latest("started_at").id, line.strip())
    print("said", flush=True)
