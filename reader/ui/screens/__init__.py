"""What is being done: each screen mediates between its widgets."""
