"""Plan files on the disk, their history, drafts, backups and bin, and the settings."""
