"""Pure functions over text: cleaning, folding, wrapping, finding. No files, no terminal."""
