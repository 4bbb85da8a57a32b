"""What is due or reviewed when, and how the actions stand."""
