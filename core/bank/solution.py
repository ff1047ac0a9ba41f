"""Whether a reference solution is the function that its challenge asks for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from core.bank.mistakes import Mistake
from core.domain.signature import Signature


def check_solution(file: Path, source: str, signature: Signature) -> Iterator[Mistake]:
    """Say what keeps the Python in `file` from being the challenge's function."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, SyntaxError) and error.lineno:
            place = f"line {error.lineno}"
            wrong, mend = f"it is not Python here ({error.msg})", "correct it"
        else:
            # It names no line where it gives up, as at a zero byte or a thousand brackets.
            place = "the file"
            wrong, mend = "Python cannot read it", "write it as plain Python"
        yield Mistake(file=file, field=place, wrong=wrong, mend=mend)
        return
    wanted = [parameter.name for parameter in signature.parameters]
    head = f"def {signature.name}({', '.join(wanted)})"
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    # Python keeps the last one of a name, and so do we.
    mine = next((node for node in reversed(functions) if node.name == signature.name), None)
    if mine is None:
        wrong, mend = (
            f"there is no function {signature.name} in it",
            f"write “{head}”, not indented",
        )
        yield Mistake(file=file, field="the file", wrong=wrong, mend=mend)
    elif _takes(mine.args) != wanted:
        wrong = f"{mine.name} takes ({', '.join(_takes(mine.args))})"
        mend = f"write “{head}”, as the signature has it"
        yield Mistake(file=file, field=f"line {mine.lineno}", wrong=wrong, mend=mend)


def _takes(arguments: ast.arguments) -> list[str]:
    starred = [f"*{each.arg}" for each in (arguments.vararg, arguments.kwarg) if each]
    named = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return [*(each.arg for each in named), *starred]
