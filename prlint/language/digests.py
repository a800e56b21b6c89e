"""BLAKE2b (RFC 7693) without importing hashlib, which takes 2 ms of every run."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
