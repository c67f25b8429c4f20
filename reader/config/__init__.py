"""What the user's system says: its directories and its environment. Nothing else in the tree reads either."""
