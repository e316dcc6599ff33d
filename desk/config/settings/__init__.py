"""One module a mode: local (the default) and production; base holds what they share."""
