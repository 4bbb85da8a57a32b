"""What an improvement plan is: its rows, numbering, reading, edits and printed form.

Pure: values in, values out. Nothing here opens a file other than this package's own resources,
and nothing knows of a screen.
"""
