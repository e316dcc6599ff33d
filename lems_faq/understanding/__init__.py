"""Text in, what was asked out. Imports neither Rasa nor lems_faq.answers."""
