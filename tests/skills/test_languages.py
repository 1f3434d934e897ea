"""The other four languages say everything too: falling back to English is for a merchant's own keys."""

import pytest

from domain.languages import Language
from runtime.phrase_check import read_phrases
from runtime.phrases import ROOT

SKILLS = ("tracking", "claims", "incidents", "handover")


def written(skill: str, language: Language) -> str:
    return (ROOT / "skills" / skill / "phrases" / f"{language.value}.ftl").read_text(encoding="utf-8")


def read(skill: str, language: Language):
    return read_phrases([(f"{skill}/{language.value}.ftl", written(skill, language))])


@pytest.mark.parametrize("skill", SKILLS)
@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_and_short_form_exists(skill, language):
    english, other = read(skill, Language.EN), read(skill, language)
    assert other.keys() == english.keys()
    assert all(other[key].attributes == english[key].attributes for key in english)
    assert "!" not in written(skill, language)
