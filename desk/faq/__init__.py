"""The same answers as pages: plain HTML of all curated answers, served or written to files."""
