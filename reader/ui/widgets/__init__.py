"""The widgets. Each one shows the values it is given and posts messages, and knows no other widget."""
