"""What findings say: the messages of rules with the words of the release in them."""

from collections.abc import Mapping

_LONGEST_QUOTE = 80  # code points of a quotation inside a message


def fill(template: str, values: Mapping[str, object]) -> str:
    """A message with its placeholders filled. Text of the release is put in as it is, on one line, never interpreted."""
    out: list[str] = []
    rest = template
    while rest:
        before, brace, tail = rest.partition("{")
        name, closed, after = tail.partition("}")
        out.append(before)
        if closed and name in values:
            words = " ".join(str(values[name]).split())
            out.append(words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…")
        elif brace:
            out.append(f"{{{name}{closed}")
        rest = after
    return "".join(out)
