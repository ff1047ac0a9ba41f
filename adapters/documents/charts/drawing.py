"""What all charts are drawn with; x is in percent of the width, so that text never shrinks."""

from adapters.documents.tags import Html, group, tag


def chart(name: str, height: float, title: str, says: str, *marks: Html) -> Html:
    """Return a chart with its name and its content in words, for those who cannot see it."""
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", says, id=f"{name}-desc"),
        *marks,
        class_=f"chart {name}",
        role="img",
        width="100%",
        height=height,
        aria_labelledby=f"{name}-title {name}-desc",
    )


def percent(part: float) -> str:
    """Return a part of the width, which nothing leaves on either side."""
    return f"{100 * min(1.0, max(0.0, part)):.2f}%"


def bar(y: float, height: float, until: float, class_: str, begin: float = 0.0) -> Html:
    """Return a bar from one part of the width to another."""
    width = percent(max(0.0, min(1.0, until) - max(0.0, begin)))
    return tag("rect", x=percent(begin), y=y, width=width, height=height, rx=3, class_=class_)


def words(part: float, y: float, text: str, class_: str, anchor: str = "start") -> Html:
    """Return a line of text."""
    return tag("text", text, x=percent(part), y=y, class_=class_, text_anchor=anchor)


def upright(part: float, top: float, bottom: float, class_: str) -> Html:
    """Return an upright line."""
    return tag("line", x1=percent(part), x2=percent(part), y1=top, y2=bottom, class_=class_)


def level_line(begin: float, until: float, y: float, class_: str) -> Html:
    """Return a level line."""
    return tag("line", x1=percent(begin), x2=percent(until), y1=y, y2=y, class_=class_)


def whisker(low: float, high: float, y: float, reach: float) -> Html:
    """Return an error bar, with a halo so that it is seen on the bar as well as beside it."""
    return group(
        *(
            group(
                level_line(low, high, y, class_),
                upright(low, y - reach, y + reach, class_),
                upright(high, y - reach, y + reach, class_),
            )
            for class_ in ("halo", "whisker")
        )
    )


def shape(part: float, y: float, path: str, class_: str, hint: str = "") -> Html:
    """Return a small shape around a point; `path` is in pixels from there."""
    outline = tag("path", tag("title", hint) if hint else None, d=path, class_=class_)
    return tag("svg", outline, x=percent(part), y=y, overflow="visible")


def hatch(name: str) -> Html:
    """Return the pattern that fills what was not assessed."""
    pattern = tag(
        "pattern",
        tag("path", d="M0 0V8", class_="hatch"),
        id=name,
        width=6,
        height=8,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return tag("defs", pattern)


def hatched(y: float, height: float, name: str) -> Html:
    """Return the full-width bar of what was not assessed."""
    return tag(
        "rect", x="0", y=y, width="100%", height=height, rx=3, class_="absent", fill=f"url(#{name})"
    )
