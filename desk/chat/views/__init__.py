"""The chat's addresses: the public API, the internal API, the page 'my data'."""
