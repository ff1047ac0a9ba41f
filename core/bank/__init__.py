"""The curated questions, challenges, patterns and personas as plain files, and their reader."""
