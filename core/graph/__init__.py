"""The interview graph: how one event becomes the interviewer's next words."""
