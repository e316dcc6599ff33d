"""One command that runs everything: assistant, action server, desk, worker. Knows nothing of Django."""
