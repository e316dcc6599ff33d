"""Taking personal details out of what patients write, before it is stored, logged or sent anywhere.

One family of details a file; each offers `find(text)`, which yields spans of a folded text (fold.py). What is not
caught stands in docs/privacy.md.
"""

from chat.redaction.redact import Redacted, redact

__all__ = ["Redacted", "redact"]
