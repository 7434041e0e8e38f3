# The words of the command line. A command's help is cli-COMMAND, an option's cli-option-OPTION.

cli-group = Learn PyTorch in the terminal, by doing. Without a command, opens the course where you left it.
cli-learn = Opens the course where you left it.
    COURSE is a directory with a course.yaml, or the name of an installed course.
cli-schema = Prints the JSON Schema of a file of a course.
    An editor that knows it completes and checks the YAML while it is written.
cli-option-lang = The language of the program: en or zh.
cli-option-lesson = Open this lesson at once.
cli-option-device = Where programs run; auto takes an accelerator if there is one.
cli-option-help = Show this text and exit.
cli-option-version = Show the version and exit.
cli-no-terminal = blitz-course needs a terminal; its input and output must not be redirected.
