"""What is seen: each widget shows values it is given and posts messages; none knows a sibling."""
