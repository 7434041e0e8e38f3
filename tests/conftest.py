"""What all tests share: one warm grader a test process."""

from tests.grader.conftest import grader

__all__ = ("grader",)
