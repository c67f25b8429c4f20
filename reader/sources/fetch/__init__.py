"""Loading one page from the web, for a URL that the user typed and for nothing else.

    fetch(url) -> Fetched

`address` reads URLs, `hosts` says where a name leads and how far into the user's own network, `watch`
holds the clock, `connecting` opens the connection, `answers` judges what came, `client` goes the way.
Nothing is imported here: urllib3 takes a tenth of a second, and an article file needs none of it.
"""
