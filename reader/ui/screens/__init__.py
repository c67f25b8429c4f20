"""The screens and dialogs. Each one mediates between its widgets."""
