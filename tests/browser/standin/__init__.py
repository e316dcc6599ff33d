"""A small server that implements desk/chat/openapi.yaml, so that the widget can be tested without the desk."""
