"""The rules of the equality impact assessment, and of what a paper does to people."""
