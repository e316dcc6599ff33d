"""What is stored: one family of rows a file."""

from chat.models.audit import AuditLine
from chat.models.bucket import Bucket
from chat.models.conversation import Conversation
from chat.models.erasure import Erasure
from chat.models.message import Author, Message, State
from chat.models.request import Feedback, Handoff
from chat.models.timer import Timer

__all__ = [
    "AuditLine",
    "Author",
    "Bucket",
    "Conversation",
    "Erasure",
    "Feedback",
    "Handoff",
    "Message",
    "State",
    "Timer",
]
