from __future__ import annotations

import pytest

from tui.opening import chosen_language


@pytest.mark.parametrize(
    ("asked", "kept", "locale", "spoken"),
    [
        ("en", "zh", "zh_CN.UTF-8", "en"),
        (None, "zh", "en_US.UTF-8", "zh"),
        (None, None, "zh_CN.UTF-8", "zh"),
        (None, None, "fr_FR.UTF-8", "en"),
        (None, "fr", "zh_CN.UTF-8", "zh"),
        (None, "", "en_US.UTF-8", "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_kept_or_the_locales(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, kept: str | None, locale: str, spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert chosen_language(asked, kept) == spoken
