"""Fetch one web page, only for a URL that the user typed.

    fetch(url) -> Fetched

`address` parses URLs, `hosts` resolves and classifies hosts, `watch` ends a fetch that takes too long,
`connecting` opens the connection, `answers` decides which responses may be an article, and `client` follows
redirects and reads the page. Nothing is imported here: importing urllib3 takes 0.1 s, and an article file
does not need it.
"""
