"""Reading keys from the terminal, handling them one at a time, and binding them to commands."""
