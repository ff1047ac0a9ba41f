"""The report as files that people open, keep and send to a friend."""

from adapters.documents.writer import Documents

__all__ = ["Documents"]
