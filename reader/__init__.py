"""An article reader for the terminal that shows who said what and who is who beside the text."""

__version__ = "0.2.0.dev0"
