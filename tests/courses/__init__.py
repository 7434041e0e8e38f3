"""Courses for tests: `trial` tries the lesson format hard."""
