"""Needles, and which of them a word holds: told once for each word that is met in a process.

What a needle is, and which a pattern needs, is worked out in `prlint.language.needles`, once for a pattern.
"""

import re

Clause = frozenset[bytes]
"""Needles of which one must be there."""

Needles = tuple[Clause, ...]
"""Of a pattern: every match of it holds a needle of each of these clauses, which tell most first. Empty where nothing can be told."""

BEGINS, ENDS, DIGIT = b"B", b"E", b"D"

_MOST_WORDS = 50_000
_IN_WORDS = re.compile(rb"[0-9a-z_]")


class Known:
    """The needles of every pattern that was met, and for every word that was met which of them it holds."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = {}
        """The needles in the order in which they became known."""
        self.told: dict[bytes, tuple[bytes, ...]] = {}
        self._lengths: tuple[set[int], set[int], set[int]] = set(), set(), set()

    def kept(self) -> tuple[dict[bytes, int], tuple[list[int], ...]]:
        """What is known, as plain data."""
        return self.numbers, tuple(map(sorted, self._lengths))

    def restore(self, kept: tuple[dict[bytes, int], tuple[list[int], ...]]) -> None:
        """Makes known what was kept; what is known already stays so."""
        numbers, lengths = kept
        if self.numbers:
            self.add((frozenset(numbers),))
        else:
            self.numbers = numbers
            self._lengths = set(lengths[0]), set(lengths[1]), set(lengths[2])

    def add(self, needles: Needles) -> int:
        """Makes needles known; gives how many are known with them."""
        for clause in needles:
            if not clause <= self.numbers.keys():
                for needle in sorted(clause.difference(self.numbers)):
                    self._new(needle)
        return len(self.numbers)

    def _new(self, needle: bytes) -> None:
        self.numbers[needle] = len(self.numbers)
        core = needle.strip(BEGINS + ENDS)
        if not _IN_WORDS.match(core):  # signs and digits are told anyway
            return
        if needle.startswith(BEGINS) and needle.endswith(ENDS):
            holders = [core] if core in self.told else []
        elif needle.startswith(BEGINS):
            self._lengths[0].add(len(core))
            holders = [word for word in self.told if word.startswith(core)]
        elif needle.endswith(ENDS):
            self._lengths[1].add(len(core))
            holders = [word for word in self.told if word.endswith(core)]
        else:
            self._lengths[2].add(len(core))
            holders = [word for word in self.told if core in word]
        for word in holders:
            self.told[word] += (needle,)

    def tell(self, word: bytes) -> tuple[bytes, ...]:
        """The needles that a word holds which was not met before."""
        size, numbers = len(word), self.numbers
        beginnings, endings, middles = self._lengths
        asked = {BEGINS + word + ENDS}
        asked.update(BEGINS + word[:length] for length in beginnings if length <= size)
        asked.update(word[-length:] + ENDS for length in endings if length <= size)
        for length in middles:
            asked.update(word[at : at + length] for at in range(size - length + 1))
        found = [needle for needle in asked if needle in numbers]
        if not word.isalpha() and any(48 <= code <= 57 for code in word):
            found.append(DIGIT)
        if len(self.told) >= _MOST_WORDS:
            self.told.clear()
        told = self.told[word] = tuple(found)
        return told


KNOWN = Known()
"""What is known in this process."""
