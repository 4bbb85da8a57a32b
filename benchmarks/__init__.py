"""Timings as ratios against a yardstick in the same run; `make bench` prints them.

Machines differ and are noisy; a ratio between two programs run turn about says the same anywhere.
"""
