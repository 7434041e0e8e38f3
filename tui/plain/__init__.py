"""The course as a conversation in lines of text, for screen readers, braille lines and terminals that cannot draw."""
