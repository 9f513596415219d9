"""``python -m yotgraph``: the command line."""

from yotgraph.cli import main

if __name__ == "__main__":
    main()
