"""The app that an officer sees, and the command line that starts it.

Screens show state and send intentions; what a plan is and how it is kept lies below.
"""
