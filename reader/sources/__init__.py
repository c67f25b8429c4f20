"""Read sources: the bytes of a file, a page or standard input become a `Document`. `yaml` also writes."""
