"""Everything together: what `make run` starts, with the real assistant, asked by the chat API."""
