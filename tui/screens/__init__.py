"""The screens: each composes widgets and reacts to them; what it decides is decided in a function
elsewhere.
"""
