"""The widgets: each shows what it is given and posts a message when the officer does something."""
