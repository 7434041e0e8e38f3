"""What a course is: its model, YAML format, loader, words and progress. Knows no screen and runs no code."""
