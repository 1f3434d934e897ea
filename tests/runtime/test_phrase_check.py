"""The check of phrase files finds what a reader would stumble over, and the repository passes it."""

from pathlib import Path

import pytest

from runtime.phrase_check import find_problems

CODE = """from x import Phrase
PLAIN = Phrase(key="a-plain", values={})
def built(state): return Phrase(key=f"a-state-{state}")
"""


def repository(tmp_path: Path, english: str, french: str, *, code: str = CODE) -> tuple[str, ...]:
    folder = tmp_path / "skills" / "a" / "phrases"
    folder.mkdir(parents=True)
    (folder / "en.ftl").write_text(english, encoding="utf-8")
    (folder / "fr.ftl").write_text(french, encoding="utf-8")
    (tmp_path / "skills" / "a" / "skill.py").write_text(code, encoding="utf-8")
    return find_problems(tmp_path)


PAIR = ("a-plain = Plain { $x }.\na-state-open = Open\n", "a-plain = Simple { $x }.\na-state-open = Ouvert\n")


def test_what_is_well_is_silent(tmp_path):
    assert repository(tmp_path, *PAIR) == ()


@pytest.mark.parametrize(
    ("english", "french", "problem"),
    [
        ("a-plain = P { $x }\n", "", "a-plain is missing in fr"),
        ("", "a-plain = P { $x }\n", "a-plain is missing in en"),
        ("a-plain = P { $x }\n", "a-plain = P { $y }\n", "a-plain uses other values than English: x, y"),
        ("a-plain = P\n    .short = p\n", "a-plain = P\n", "a-plain differs from English in short"),
        ("a-plain = P\na-alone = Q\n", "a-plain = P\na-alone = Q\n", "nobody uses a-alone"),
        ("a-plain = You can, and\n", "a-plain = Oui\n", "begins or ends in the middle of a sentence"),
        ('a-plain = { "" } until { " " }\n', "a-plain = Oui\n", "begins or ends in the middle of a sentence"),
        ("a-plain = { a-state-x } P\na-state-x = Q\n", "a-plain = P\na-state-x = Q\n", "is put together from"),
        ("a-plain = P\na-state-prefix = Q\n", "a-plain = P\na-state-prefix = Q\n", "named like a fragment"),
    ],
)
def test_each_fault_is_named(tmp_path, english, french, problem):
    assert any(problem in each for each in repository(tmp_path, english, french))


def test_a_key_that_nobody_wrote_is_named_with_its_line(tmp_path):
    code = 'from x import Phrase\nA = Phrase(key="a-lost")\n'
    assert "skills/a/skill.py:2: no phrase 'a-lost'" in repository(tmp_path, "", "", code=code)


def test_the_repository_passes():
    assert find_problems() == ()
