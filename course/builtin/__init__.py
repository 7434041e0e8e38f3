"""The built-in course: lessons in YAML, their translations beside them, and no code."""
