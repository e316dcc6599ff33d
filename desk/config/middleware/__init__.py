"""What every request passes: one concern a file, each native to async, so that no request waits for a thread."""
