"""The languages the agent speaks; English and French are first-class, the others have phrases and examples."""

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 codes of the languages with a full set of phrases."""

    EN = "en"
    FR = "fr"
    ES = "es"
    DE = "de"
    IT = "it"
    NL = "nl"


def find_language(code: str | None) -> Language | None:
    """The language of a code such as ``fr`` or ``fr-CA``; None when we do not speak it."""
    short = (code or "").replace("_", "-").split("-")[0].lower()
    return next((language for language in Language if language.value == short), None)
