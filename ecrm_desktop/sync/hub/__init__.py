"""The hub: the server's functions over HTTPS, for PCs on the internet; see docs/hub.md."""
