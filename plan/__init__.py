"""What an improvement plan is: its rows, numbering, reading, edits and printed form.

Pure: values in, values out. Nothing here opens a file except this package's own resources, and
nothing knows about a screen.
"""
