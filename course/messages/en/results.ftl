# What a learner sees after running and checking.

# A failed check, side by side. The names of facts are those of Python and PyTorch where they are words of code.
app-side-yours = yours
app-side-expected = expected
app-fact-type = type
app-fact-shape = shape
app-fact-dtype = dtype
app-fact-device = device
app-fact-length = length
app-fact-value = value
app-fact-values = values
app-fact-all-equal = all equal
app-fact-differ = { $count } of { $total } differ{ $most ->
    [0] {""}
   *[other] {""}, most at { $most }
 }
app-given = given
app-offer-run-case = Run this case
app-offer-original = The original message
app-offer-next = Go on
app-passed-compare = Compare with the author's solution
app-case-value = In this case your code gives { $value }
app-check-not-run = not run

# A pass that finishes something
app-finished-lesson = The lesson “{ $lesson }” is done: all { $steps } steps.
app-finished-next = Next comes “{ $lesson }”.
app-finished-course = That was the last open step of the course. Well done.

# Waiting
app-waiting-run = Running
app-waiting-check = Checking
app-waiting-case = Running the case
app-waiting-opening = Opening
app-waiting-time = { $seconds } s
app-waiting-limit = { $seconds } s of { $limit } s

# Tabs
app-tab-checks = Checks
app-tab-error = Messages
app-tab-output = Output
app-tab-tensors = Tensors
app-tab-plot = Plot
app-output-before = F5 runs your code; what it prints comes here.
app-tab-new = +{ $count }

# Tensors and plots
app-tensors-empty = F5 runs your code; the names it binds are listed here, and what it passes to `show`.
app-tensor-all = all { $value }
app-tensor-range = { $low } … { $high }
app-tensor-statistics = { $low } … { $high }, mean { $mean }
app-tensor-unknown = Too many values to list here. Print or show a part of it.
app-tensor-show = shown
app-plot-empty = Nothing is plotted. `from blitz import plot` and `plot(loss)` in a loop draw a curve here, live.
app-plot-unnamed = curve
app-plot-series = { $name }: { $count ->
    [one] one point
   *[other] { $count } points
 }, from { $first } to { $last }, lowest { $low }, highest { $high }

# Commands
app-do-run-case = run this case
app-do-run-case-help = Runs your code with the inputs of the failing case
app-do-original = original message
app-do-original-help = Shows the message of Python or PyTorch below its explanation, or hides it
