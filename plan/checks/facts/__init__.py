"""Read what a paper says of one thing wherever it says it, so that the rules can compare."""
