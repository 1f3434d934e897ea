"""``aftercare knowledge`` as a person types it, on a scratch store one variable away."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from domain.errors import ContentUnreadable
from knowledge.commands import app


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("AFTERCARE_DATA", str(tmp_path / "store"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def invoke(*words: str, fails: bool = False) -> Result:
        result = CliRunner().invoke(app, list(words))
        if not fails and result.exception:
            raise result.exception
        return result

    return invoke


@pytest.fixture
def faq(tmp_path: Path) -> Path:
    path = tmp_path / "faq.jsonl"
    rows = [
        {"pid": "Q-1", "title": "Return window", "text": "You have 30 days from delivery to return an item."},
        {"pid": "Q-2", "title": "Opening hours", "text": "We answer the telephone from 9 to 18 on weekdays."},
        {"pid": "Q-3", "title": "Délai de retour", "text": "Vous avez 30 jours pour renvoyer.", "lang": "fr"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_what_is_added_is_listed_and_found(run: Any, faq: Path) -> None:
    assert "3 articles added" in run("add", str(faq)).stdout
    assert "0 articles added or replaced, 3 unchanged" in run("add", str(faq)).stdout
    listed = run("list").stdout
    assert "Q-1" in listed
    assert "Q-3" in listed
    assert "30 days" in run("search", "how many days do I have to return an item").stdout


def test_a_search_as_json_names_article_and_quote(run: Any, faq: Path) -> None:
    run("add", str(faq))
    found = json.loads(run("search", "how many days to return an item", "--json").stdout)
    assert found["supported"]
    assert found["hits"][0]["pid"] == "Q-1"
    assert found["hits"][0]["quote"] == "You have 30 days from delivery to return an item."
    french = json.loads(run("search", "combien de jours pour renvoyer", "--lang", "fr", "--json").stdout)
    assert french["hits"][0]["pid"] == "Q-3"


def test_a_batch_answers_each_line_and_abstains_with_no_hits(run: Any, faq: Path, tmp_path: Path) -> None:
    run("add", str(faq))
    batch = tmp_path / "questions.jsonl"
    rows = [
        {"id": "a", "question": "how many days do I have to return an item"},
        {"id": 7, "question": "who invented the steam engine"},
    ]
    batch.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    first, second = [json.loads(line) for line in run("search", "--batch", str(batch), "--k", "5").stdout.splitlines()]
    assert first["id"] == "a"
    assert first["hits"][0]["pid"] == "Q-1"
    scores = [hit["score"] for hit in first["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert first["supported"]
    assert first["withheld"] == []
    assert second["id"] == 7
    assert not second["supported"]
    assert second["hits"] == []


def test_a_batch_names_what_it_withholds(run: Any, faq: Path, tmp_path: Path) -> None:
    run("add", str(faq))
    batch = tmp_path / "questions.jsonl"
    batch.write_text(json.dumps({"id": 1, "question": "do you polish silver watches on weekdays"}), encoding="utf-8")
    row = json.loads(run("search", "--batch", str(batch)).stdout)
    assert not row["supported"]
    assert row["hits"] == []
    assert "Q-2" in [hit["pid"] for hit in row["withheld"]]


def test_a_folder_is_added_with_all_that_can_be_read(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "window.md").write_text("# Return window\n\nYou have 30 days to return.", encoding="utf-8")
    (folder / "en" / "picture.png").write_bytes(b"\x89PNG")
    (folder / "hours.txt").write_text("We are open on weekdays.", encoding="utf-8")
    assert "2 articles added" in run("add", str(folder)).stdout


def test_nothing_is_added_when_one_source_cannot_be_read(run: Any, faq: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 no")
    result = run("add", str(faq), str(broken), fails=True)
    assert isinstance(result.exception, ContentUnreadable)
    assert "There are no articles yet" in run("list").stdout


def test_a_removed_article_is_gone(run: Any, faq: Path) -> None:
    run("add", str(faq))
    run("remove", "Q-1")
    assert "Q-1" not in run("list").stdout
    found = json.loads(run("search", "how many days to return an item", "--json").stdout)
    assert "Q-1" not in [hit["pid"] for hit in found["hits"]]
    assert isinstance(run("remove", "Q-1", fails=True).exception, ContentUnreadable)


def test_merchants_are_kept_apart(run: Any, faq: Path) -> None:
    run("add", str(faq), "--merchant", "other")
    assert "There are no articles yet" in run("list").stdout
    assert "Q-1" in run("list", "--merchant", "other").stdout
