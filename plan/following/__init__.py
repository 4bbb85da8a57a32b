"""What is due or reviewed when, and how far the actions have got."""
