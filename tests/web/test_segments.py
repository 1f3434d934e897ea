"""How many SMS a text becomes."""

import pytest

from channels.segments import count_segments


@pytest.mark.parametrize(
    ("text", "alphabet", "segments"),
    [
        ("", "GSM-7", 0),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("€" * 80, "GSM-7", 1),
        ("€" * 81, "GSM-7", 2),
        ("€" * 153, "GSM-7", 3),
        ("é" * 160, "GSM-7", 1),
        ("ê" * 70, "UCS-2", 1),
        ("ê" * 71, "UCS-2", 2),
        ("😡" * 35, "UCS-2", 1),
        ("😡" * 67, "UCS-2", 3),
    ],
)
def test_parts_are_counted_as_carriers_bill_them(text: str, alphabet: str, segments: int) -> None:
    counted = count_segments(text)
    assert (counted.alphabet, counted.segments, counted.characters) == (alphabet, segments, len(text))
