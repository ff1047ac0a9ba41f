"""What a report says, composed from the event log alone."""
