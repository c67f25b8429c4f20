"""The edge: bytes of any source become a `Document`, and a document becomes text, YAML or JSON."""
