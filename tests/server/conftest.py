"""The desk of the command line's tests serves the server's too."""

from tests.cli.conftest import desk, house

__all__ = ["desk", "house"]
