"""All settings, read from the environment here and nowhere else."""

from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from adapters.sql import SqlConfig
from core.domain.errors import Refused


def _home() -> Path:
    return Path(platformdirs.user_data_dir("greenroom", appauthor=False))


class BankConfig(BaseModel):
    """Where a team's own questions are, beside the shipped ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folders: tuple[Path, ...] = ()


class DatabaseConfig(BaseModel):
    """Where the event log is; without an address it is a file in the home folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str | None = None


class Settings(BaseSettings):
    """What an operator can choose; everything has a default that needs no account and no server."""

    model_config = SettingsConfigDict(
        env_nested_delimiter="__", frozen=True, extra="ignore", env_file=None
    )

    greenroom_home: Path = Field(default_factory=_home)
    database: DatabaseConfig = DatabaseConfig()
    bank: BankConfig = BankConfig()

    @property
    def log_file(self) -> Path:
        """Where the log of a terminal session goes."""
        return self.greenroom_home / "greenroom.log"

    @property
    def reports(self) -> Path:
        """Where reports go if no folder is named."""
        return self.greenroom_home / "reports"

    def sql(self) -> SqlConfig:
        """Return the database's configuration; raise `Refused` naming the variable if it is wrong."""
        address = self.database.url or f"sqlite:///{self.greenroom_home / 'greenroom.db'}"
        try:
            return SqlConfig.model_validate({"url": address})
        except ValidationError as error:
            raise Refused(_said("DATABASE__URL", error)) from error


def read_settings() -> Settings:
    """Read the environment; raise `Refused` naming the variable if a value is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        name = "__".join(str(part) for part in error.errors()[0]["loc"]).upper()
        raise Refused(_said(name, error)) from error


def _said(variable: str, error: ValidationError) -> str:
    fault = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ")
    return f"The setting {variable} is wrong: {fault}. Correct it in the environment and try again."
