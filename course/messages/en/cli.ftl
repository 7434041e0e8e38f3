# The words of the command line. A command's help is cli-COMMAND, an option's cli-option-OPTION.

cli-group = Learn PyTorch in the terminal, by doing. Without a command, opens the course where you left it.
cli-learn = Opens the course where you left it.
    COURSE is a directory with a course.yaml, or the name of an installed course.
cli-schema = Prints the JSON Schema of a file of a course, or of a verdict.
    An editor that knows it completes and checks the YAML while it is written.
cli-option-lang = The language of the program: en or zh.
cli-option-lesson = Open this lesson at once.
cli-option-device = Where programs run; auto takes an accelerator if there is one.
cli-option-help = Show this text and exit.
cli-option-version = Show the version and exit.
cli-no-terminal = blitz-course needs a terminal; its input and output must not be redirected. With --plain it needs none.
cli-check = Grades one file against an exercise.
    FILE is a Python program; - reads it from standard input. Exits with 0 when it passed and 1 when it did not.
cli-option-course = The course: a directory with a course.yaml, or the name of an installed course.
cli-option-isolation = Insist on this confinement; without it, the strongest of this machine is taken.
cli-option-strategy = How processes come to be: fork of a warm one, or a spare one used once.
cli-option-replay = The token of an earlier verdict, for the same cases again.
cli-option-json = Print one JSON object and nothing else.
cli-no-lesson = There is no lesson { $name }. The lessons are: { $lessons }
cli-no-exercise = There is no exercise { $name }. The exercises of this lesson are: { $exercises }
cli-not-utf8 = { $file }: not UTF-8 text (byte { $byte })
cli-unreadable = { $file }: { $why }
