"""What can be done with conversations: one deed a file, synchronous, each in its own short transaction."""
