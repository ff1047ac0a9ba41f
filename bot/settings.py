"""All settings, read from the environment here and nowhere else."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import platformdirs
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from adapters.sql import SqlConfig
from core.domain.errors import Refused

if TYPE_CHECKING:
    from adapters.redis.config import RedisConfig


def _home() -> Path:
    return Path(platformdirs.user_data_dir("greenroom", appauthor=False))


def _folders(value: object) -> object:
    """Read folders as the shell writes a path, or as JSON."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return json.loads(value)
    return [folder for folder in value.split(os.pathsep) if folder]


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise ValueError(f"nobody has the home that {path} begins with") from error


_Folder = Annotated[Path, AfterValidator(_at_home)]


class BankConfig(BaseModel):
    """Where a team's own questions are, beside the shipped ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folders: Annotated[tuple[_Folder, ...], NoDecode, BeforeValidator(_folders)] = ()


class DatabaseConfig(BaseModel):
    """Where the event log is; without an address it is a file in the home folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str | None = None


class SharedConfig(BaseModel):
    """Where the Redis is that many processes share; without an address there is one process."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    url: SecretStr | None = None


class Settings(BaseSettings):
    """What an operator can choose; everything has a default that needs no account and no server."""

    model_config = SettingsConfigDict(
        env_nested_delimiter="__",
        frozen=True,
        extra="ignore",
        env_file=None,
        env_ignore_empty=True,
    )

    greenroom_home: _Folder = Field(default_factory=_home)
    database: DatabaseConfig = DatabaseConfig()
    redis: SharedConfig = SharedConfig()
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

    def redis_config(self) -> "RedisConfig | None":
        """Return Redis' configuration, if one is named; raise `Refused` naming the variable if it is wrong."""
        if self.redis.url is None:
            return None
        # It comes with Redis' own library, for which nobody should wait who has none.
        from adapters.redis.config import RedisConfig  # noqa: PLC0415 -- see above

        try:
            return RedisConfig(url=self.redis.url)
        except ValidationError as error:
            raise Refused(_said("REDIS__URL", error)) from error


def read_settings() -> Settings:
    """Read the environment; raise `Refused` naming the variable if a value is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        place = [str(part) for part in error.errors()[0]["loc"] if isinstance(part, str)]
        raise Refused(_said("__".join(place).upper(), error)) from error
    except SettingsError as error:
        # DATABASE stands for the whole of DATABASE__URL and its like, as JSON; so do the others.
        raise Refused(
            "The setting DATABASE, REDIS or BANK is wrong: it is no JSON object. "
            "Unset it, and use DATABASE__URL, REDIS__URL and BANK__FOLDERS instead."
        ) from error


def _said(variable: str, error: ValidationError) -> str:
    fault = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ")
    return f"The setting {variable} is wrong: {fault}. Correct it in the environment and try again."
