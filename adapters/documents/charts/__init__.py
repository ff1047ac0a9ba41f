"""Charts drawn as SVG: fluid in width, readable without colour, with words for those who listen."""

from adapters.documents.charts.levels import levels_chart
from adapters.documents.charts.scores import scores_chart
from adapters.documents.charts.session import session_chart

__all__ = ["levels_chart", "scores_chart", "session_chart"]
