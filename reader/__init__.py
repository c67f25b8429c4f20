"""An article reader for the terminal: who said what, and who is who, beside the text."""

__version__ = "0.1.0"
