"""What Rasa lacks: understanding/ and answers/ (plain functions), adapters/ (Rasa), cli/ (commands)."""
