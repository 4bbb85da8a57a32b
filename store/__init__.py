"""Plan files: TinyDB tables on a crash-safe storage, their history, the desk and the settings."""
