"""The window that an officer sees, and the command line.

Screens show state and send intentions; everything about plans and files is in the layers below.
"""
