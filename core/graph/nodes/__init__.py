"""The interviewer's thoughts, one file each."""
