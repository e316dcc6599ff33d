"""Conversations: stored, delivered to the assistant, answered, handed out, erased."""
