"""``python -m generator.cli``: the command where no script is installed."""

from generator.cli import main

main()
