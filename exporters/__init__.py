"""Every way out of a plan: document blocks become files of other programs."""
