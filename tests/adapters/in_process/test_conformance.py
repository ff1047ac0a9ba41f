"""LangGraph's own judgement of the checkpointer within the process."""

from collections.abc import AsyncGenerator

from langgraph.checkpoint.conformance import checkpointer_test, validate

from adapters.in_process import InProcessCheckpoints


async def test_langgraph_finds_nothing_missing_in_our_checkpointer() -> None:
    @checkpointer_test(name="InProcessCheckpoints")
    async def saver() -> AsyncGenerator[InProcessCheckpoints, None]:
        yield InProcessCheckpoints(keep=0)

    report = await validate(saver)

    assert report.passed_all_base(), {name: r.failures for name, r in report.results.items()}
    assert sum(result.tests_passed for result in report.results.values()) >= 50
