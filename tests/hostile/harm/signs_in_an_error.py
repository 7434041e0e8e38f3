# Raises an exception whose class and message hold signs for the terminal.
# exercise: targets/value
# status: error
# control: error
raise type("Evil\x1b[31m", (Exception,), {})("\x1b]0;title\x07\u202e [bold]x[/bold]")
