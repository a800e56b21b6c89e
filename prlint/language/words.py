"""Which needles a word holds, told once for each word that is met in a process."""

import re

from prlint.language.needles import BEGINS, DIGIT, ENDS, Needles

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
        """Makes needles known; gives how many must be known for these to be among them."""
        last = 0
        for clause in needles:
            for needle in clause:
                number = self.numbers.get(needle)
                last = max(last, self._new(needle) if number is None else number)
        return last + 1

    def _new(self, needle: bytes) -> int:
        number = self.numbers[needle] = len(self.numbers)
        core = needle.strip(BEGINS + ENDS)
        if not _IN_WORDS.match(core):  # signs and digits are told anyway
            return number
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
        return number

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
