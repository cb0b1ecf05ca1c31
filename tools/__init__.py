"""What the maintainers run: each tool derives a committed file from its source and has a `--check` mode."""
