# Errors and warnings explained: `error-ID` says what it means, `error-ID-here` what it means for the values on the
# line, `error-ID-try` what to try. The entries are in `course/errors`.

error-joined = { $first } { $second }
error-near = `{ $wrong }` is not known here; the nearest name that is, is `{ $near }`. Is that the one you mean?

error-matmul-shapes = A matrix product runs along one shared size: the columns of the left matrix must be as many as the rows of the right one. Here { $inner } meets { $outer }.
error-matmul-shapes-here = `{ $left }` is { $left-shape } and `{ $right }` is { $right-shape }, so the { $inner } must become { $outer }.
error-matmul-shapes-try = Print the shapes just before this line. If the left side is right, the layer or matrix should take { $inner } features; if the right side is right, flatten or reshape the left one to { $outer }.

error-exit-call = The program ends itself here; what follows cannot run and cannot be checked.
error-exit-call-try = Leave the call of `exit` or `quit` out. A program ends by itself after its last line.
error-input-call = The program waits for somebody to type, and here nobody does.
error-input-call-try = Write the value into the program instead of asking for it.
error-recursion = A function calls itself, and that call does the same, without end.
error-recursion-try = Give it a case in which it returns without calling itself, and make sure that each call comes nearer to that case.
error-blank = The blank `{ $blank }` is still in the program.
error-blank-try = Write something in its place.
error-name = When this line ran, nothing had the name `{ $name }` yet. Names come into being when a line assigns, defines or imports them, from top to bottom.
error-name-try = Assign or import `{ $name }` above this line. If it is meant as a text, put it in quotes.
error-no-graph = There is nothing to differentiate: no way leads from here back to a tensor with `requires_grad=True`, so autograd has recorded nothing.
error-no-graph-try = Set `requires_grad=True` on what is to be learnt, before it is used. If that is done, look for what cuts the way: `detach()`, `item()`, `torch.no_grad()`, or a new tensor made of numbers.
