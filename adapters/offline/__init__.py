"""An interviewer made of a bank and of rules: no key, no network, the same words for the same seed."""
