# What the grader says of the interpreter, and of a single case that is run again.

interpreter-lost = The interpreter has ended, and what it held is gone. Start a new one.
interpreter-exited = The code ended the interpreter{ $line ->
    [0] .
   *[other] {" "}at line { $line }.
 } What it held is gone.
interpreter-killed = The code did not stop when it was interrupted, so the interpreter was ended. What it held is gone.

grader-case-stale = This case was made for another version of this exercise. Check your program once more.
grader-case-hidden = “{ $name }” does not show its inputs, so they cannot be run.
grader-case-none = There is no such case. Check your program once more.
