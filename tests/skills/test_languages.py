"""The other four languages say everything too: falling back to English is for a merchant's own keys."""

import pytest

from domain.languages import Language
from runtime.phrase_check import read_phrases
from runtime.phrases import ROOT

SKILLS = ("tracking", "claims", "incidents", "handover")


def read(skill: str, language: Language):
    path = ROOT / "skills" / skill / "phrases" / f"{language.value}.ftl"
    return read_phrases([(path.name, path.read_text(encoding="utf-8"))])


@pytest.mark.parametrize("skill", SKILLS)
@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_and_short_form_exists(skill, language):
    english, other = read(skill, Language.EN), read(skill, language)
    assert other.keys() == english.keys()
    assert all(other[key].attributes == english[key].attributes for key in english)
    assert all("!" not in "".join(other[key].edges) for key in other)
