"""Lets ``python -m planmotor`` do what ``planmotor`` does."""

from planmotor.cli import run

if __name__ == "__main__":
    run()
