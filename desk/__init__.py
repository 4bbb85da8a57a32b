"""The desk: everything an officer can do, without a screen.

The window and the command line both use only this. Nothing here knows either of them.
"""
