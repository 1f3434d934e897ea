"""Settings: flag, then environment, then ``config.toml`` in the data folder, then the default."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import AliasChoices, BaseModel, Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from domain.errors import SettingsInvalid

_FOLDER = "AFTERCARE_DATA"


class Mode(StrEnum):
    """DEMO has the mailbox page and ``chat --as`` and serves loopback only; LIVE has neither."""

    DEMO = "demo"
    LIVE = "live"


class TokenPrice(BaseModel):
    """Per million tokens, in the currency of the budgets; ``cached`` for what the provider's cache held."""

    prompt: float = Field(ge=0)
    completion: float = Field(ge=0)
    cached: float | None = Field(None, ge=0)


class Settings(BaseSettings):
    """Everything that may be set; ``AFTERCARE_<NAME>`` in the environment, ``DATABASE_URL``, ``PORT``,
    ``OPENAI_API_KEY`` and ``OPENAI_BASE_URL`` under their usual names.

    A key or a base URL turns the model on. ``model_reserve`` answers when ``model`` does not; its base URL and key are
    the first one's when not given. Budgets are in one currency, per conversation and per merchant and day.
    """

    model_config = SettingsConfigDict(env_prefix="AFTERCARE_", extra="ignore", frozen=True, populate_by_name=True)

    data: Path = Path(".aftercare")
    database_url: str | None = Field(None, validation_alias=AliasChoices("DATABASE_URL", "database_url"))
    mode: Mode = Mode.DEMO
    host: str = "127.0.0.1"
    port: int = Field(8000, validation_alias=AliasChoices("PORT", "port"), ge=1, le=65535)
    public_url: str | None = None
    openai_api_key: str | None = Field(None, validation_alias=AliasChoices("OPENAI_API_KEY", "openai_api_key"))
    openai_base_url: str | None = Field(None, validation_alias=AliasChoices("OPENAI_BASE_URL", "openai_base_url"))
    openai_embedding_model: str | None = None
    model: str = "gpt-4.1-mini"
    model_reserve: str | None = None
    model_reserve_base_url: str | None = None
    model_reserve_api_key: str | None = None
    model_turn_seconds: float = Field(8.0, gt=0, le=60)
    model_rest_seconds: float = Field(20.0, gt=0)
    model_budget_conversation: float | None = Field(None, ge=0)
    model_budget_day: float | None = Field(None, ge=0)
    model_prices: dict[str, TokenPrice] = {}
    turn_slots: int = Field(8, ge=1, le=256)
    lease_seconds: float = Field(30.0, gt=0)
    log_level: str = "INFO"

    @model_validator(mode="after")
    def _loopback_in_demo(self) -> "Settings":
        if self.mode is Mode.DEMO and self.host not in {"127.0.0.1", "::1", "localhost"}:
            raise ValueError("demo mode serves this machine only; set AFTERCARE_MODE=live to serve others")
        return self

    @property
    def demo(self) -> bool:
        return self.mode is Mode.DEMO

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{(self.data / 'aftercare.db').resolve()}"

    @property
    def base_url(self) -> str:
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        folder = Path(os.environ.get(_FOLDER, ".aftercare"))
        return (
            init_settings,
            env_settings,
            TomlConfigSettingsSource(settings_cls, toml_file=folder / "config.toml"),
        )


def read_settings(**flags: Any) -> Settings:
    """Reads all sources and makes the data folder; raises SettingsInvalid with a sentence that says what to change."""
    if os.environ.get("DATABASE_URL") and os.environ.get(_FOLDER):
        raise SettingsInvalid(f"DATABASE_URL and {_FOLDER} both name a store: unset one of them")
    try:
        settings = Settings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "settings"
        raise SettingsInvalid(f"{where}: {first['msg']}") from problem
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return settings
