"""A person at a terminal: Enter sends, Alt+Enter begins a new line, a paste stays whole."""

from collections.abc import Callable, Iterable, Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app, run_in_terminal
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.shortcuts import CompleteStyle

from adapters.console.commands import COMMANDS
from adapters.console.lines import Leave, Line
from core.domain.challenge import Language

# A longer paste is shown as one word: laying it out again at every key would take seconds.
LONG_PASTE = 5_000


class Keyboard:
    """Asks for messages below the conversation, with the clock always in sight."""

    def __init__(self, status: Callable[[int], str], typing: Callable[[], None]) -> None:
        self._pasted: dict[str, str] = {}
        self._offered = ""
        self._is_closed = False
        self._prompt: PromptSession[str] = PromptSession(
            HTML("<b>you ▸ </b>"),
            key_bindings=self._keys(),
            multiline=True,
            prompt_continuation="      ",
            bottom_toolbar=lambda: status(get_app().output.get_size().columns),
            refresh_interval=1,
            completer=Words(),
            complete_while_typing=False,
            complete_style=CompleteStyle.READLINE_LIKE,
        )
        self._prompt.default_buffer.on_text_changed += lambda _: typing()

    async def next(self) -> Line:
        """Ask for a message; Ctrl-C drops what was typed, on an empty line it leaves."""
        while not self._is_closed:
            try:
                return await self._ask()
            except KeyboardInterrupt:
                typed = self._prompt.default_buffer.text
                if not typed:
                    return Leave.STOP
                self._prompt.history.append_string(typed)
            except EOFError:
                break
        return Leave.DONE

    def offer(self, line: str) -> bool:
        """Put a message back on the line, to be sent again or changed."""
        short = next((word for word, text in self._pasted.items() if text == line), None)
        self._offered = short or line
        return True

    async def above(self, show: Callable[[], None]) -> None:
        """Let something be shown above an open prompt, which is drawn again below it."""
        await run_in_terminal(show)

    def close(self) -> None:
        """End a prompt that is still open."""
        self._is_closed = True
        self._leave_prompt()

    async def _ask(self) -> str:
        offered, self._offered = self._offered, ""
        typed = await self._prompt.prompt_async(
            default=offered,
            pre_run=self._leave_if_closed,
            handle_sigint=False,  # a signal pauses the interview, wherever it is
        )
        for word, text in self._pasted.items():
            typed = typed.replace(word, text)
        return typed

    def _leave_if_closed(self) -> None:
        if self._is_closed:
            self._leave_prompt()

    def _leave_prompt(self) -> None:
        if self._prompt.app.is_running and not self._prompt.app.is_done:
            self._prompt.app.exit(exception=EOFError)

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("enter")
        def _send(event: KeyPressEvent) -> None:
            if event.current_buffer.text.strip():
                event.current_buffer.validate_and_handle()

        @keys.add("escape", "enter")
        def _new_line(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

        @keys.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text(self.shortened(event.data))

        return keys

    def shortened(self, pasted: str) -> str:
        """Return what is typed in place of a paste: itself, or a word that stands for it."""
        text = pasted.replace("\r\n", "\n").replace("\r", "\n")
        if len(text) <= LONG_PASTE:
            return text
        word = f"[paste {len(self._pasted) + 1}: {len(text):,} characters]"
        self._pasted[word] = text
        return word


class Words(Completer):
    """Completes commands, and what they take."""

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterator[Completion]:
        """Return what may stand at the cursor."""
        typed = document.text_before_cursor
        command, space, rest = typed.partition(" ")
        if not typed.startswith("/"):
            return
        if not space:
            yield from _beginning_with(command, COMMANDS)
        elif command == "/lang":
            yield from _beginning_with(rest, Language)
        elif command in ("/run", "/submit"):
            yield from PathCompleter(expanduser=True).get_completions(Document(rest), event)


def _beginning_with(start: str, words: Iterable[str]) -> Iterator[Completion]:
    for word in words:
        if word.startswith(start):
            yield Completion(word, start_position=-len(start))
