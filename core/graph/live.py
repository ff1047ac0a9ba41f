"""The graph's one channel: a draft lives in it during a turn, and is text before and after.

LangGraph asks a channel for what to keep when it makes a checkpoint, which with `durability="exit"` is at
the pause. So an interview is read and written once a turn, not once a step.
"""

from collections.abc import Sequence
from typing import Self

from langgraph.channels.base import BaseChannel
from langgraph.errors import EmptyChannelError, InvalidUpdateError

from core.graph.draft import Draft
from core.graph.state import pack, seq_of, unpack


class LiveDraft(BaseChannel[Draft, Draft | str, str]):
    """Holds a draft in either form, and makes the other when somebody asks for it."""

    __slots__ = ("_draft", "_text")

    def __init__(self, typ: type, key: str = "") -> None:
        super().__init__(typ, key)
        self._draft: Draft | None = None
        self._text: str | None = None

    @property
    def ValueType(self) -> type[Draft]:  # noqa: N802 -- LangGraph's own name
        """What nodes read."""
        return Draft

    @property
    def UpdateType(self) -> object:  # noqa: N802 -- LangGraph's own name
        """What nodes write, or what the graph is given."""
        return Draft | str

    def copy(self) -> Self:
        """Return another channel with the same draft in it, as a look ahead needs."""
        other = type(self)(self.typ, self.key)
        other._draft, other._text = self._draft, self._text  # noqa: SLF001 -- its own kind
        return other

    def from_checkpoint(self, checkpoint: object) -> Self:
        """Return a channel with what was kept in it; what another version kept is as good as nothing."""
        other = type(self)(self.typ, self.key)
        if isinstance(checkpoint, str) and seq_of(checkpoint) is not None:
            other._text = checkpoint  # noqa: SLF001 -- its own kind
        return other

    def checkpoint(self) -> str:
        """Return what is to be kept."""
        if self._text is None:
            self._text = pack(self.get())
        return self._text

    def update(self, values: Sequence[Draft | str]) -> bool:
        """Take what a step thought; two steps at once are a bug."""
        if not values:
            return False
        if len(values) > 1:
            raise InvalidUpdateError(f"{len(values)} drafts of one turn")
        self._draft, self._text = (
            (None, values[0]) if isinstance(values[0], str) else (values[0], None)
        )
        return True

    def get(self) -> Draft:
        """Return the draft, which the reader leaves as it is."""
        if self._draft is None:
            if self._text is None:
                raise EmptyChannelError
            self._draft = unpack(self._text)
        return self._draft

    def is_available(self) -> bool:
        """Tell whether there is one."""
        return self._draft is not None or self._text is not None
