"""Fetch one page from the web, for a URL that the user typed and for nothing else.

    fetch(url) -> Fetched

`address` parses URLs, `hosts` resolves and classifies hosts, `watch` ends what takes too long, `connecting`
opens the connection, `answers` decides what may be an article, and `client` follows redirects and reads the
page. Nothing is imported here, because importing urllib3 takes a tenth of a second and an article file
needs none of it.
"""
