"""Word in: papers that officers have, read as document blocks and recognised as plans."""
