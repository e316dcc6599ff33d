"""Builds the sentence encoder of lems_faq.understanding.encoder, in an environment of its own (README.md)."""
