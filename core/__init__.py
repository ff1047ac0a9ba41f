"""What an interview is: no vendor, no socket, no clock of its own."""
