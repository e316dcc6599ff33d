"""What was asked in, one message out. Imports neither Rasa nor lems_faq.understanding."""
