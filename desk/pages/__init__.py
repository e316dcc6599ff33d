"""The demonstration page, and the files that pages and widget are made of."""
