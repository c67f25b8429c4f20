"""Convert the bytes of a file, a web page or standard input to a `Document`.

`yaml` also writes article files.
"""
