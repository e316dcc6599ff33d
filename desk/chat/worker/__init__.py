"""The worker: looks for what is due, and runs the jobs of the queue."""
