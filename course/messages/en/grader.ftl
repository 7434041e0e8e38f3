# What the grader says. NAME is what the learner calls the value; ACTUAL and EXPECTED are values, types or shapes.

# Differences
grader-undefined = { $name } is not defined.
grader-unfinished = { $name } is still `...`: write something in its place.
grader-type = { $name } is of type { $actual }; expected { $expected }.
grader-none = { $name } is None; expected { $expected }. Was a result printed instead of returned, or a method used that changes its object and returns nothing?
grader-no-tensor = { $name } is of type { $actual }; expected Tensor. `torch.as_tensor` makes one of it.
grader-not-callable = { $name } is of type { $actual } and cannot be called; a function or a class is expected.
grader-shape = { $name } has shape { $actual }; expected { $expected }.
grader-dtype = { $name } has dtype { $actual }; expected { $expected }.
grader-device = { $name } is on { $actual }; expected { $expected }.
grader-value = { $name } is { $actual }; expected { $expected }.
grader-values = { $name }: { $count } of { $total } values differ, the most at { $index }: { $actual }; expected { $expected }.
grader-finite = { $name } has NaN or infinity where it should not, or the reverse. At { $index }: { $actual }; expected { $expected }.
grader-length = { $name } has length { $actual }; expected { $expected }.
grader-key-missing = { $name } lacks the key { $entry }.
grader-key-extra = { $name } has a key too many: { $entry }.
grader-requires-grad = { $name }.requires_grad is { $actual }; expected { $expected }.{ $actual ->
    [False] {" "}Was it detached, or made under `torch.no_grad`?
   *[other] {""}
 }
grader-is-leaf = { $name }.is_leaf is { $actual }; expected { $expected }.
grader-grad-missing = { $name }.grad is None; a gradient was expected.
grader-grad-unexpected = { $name }.grad holds a gradient; expected None.
grader-strides = { $name } has strides { $actual }; expected { $expected }.
grader-shares = { $name } shares memory with { $other }; it should have memory of its own.
grader-does-not-share = { $name } does not share memory with { $other }; it should.
grader-input-changed = The input { $name } was changed; it should stay as it was.
grader-module-parameters = { $name } has the parameters { $actual }; expected { $expected }.
grader-module-buffers = { $name } has the buffers { $actual }; expected { $expected }.
grader-trainable = { $name }.requires_grad should be { $expected }.
grader-training = { $name }.training should be { $expected }.
grader-raised = { $name } raised { $type }{ $line ->
    [0] {""}
   *[other] {" "}at your line { $line }
 }: { $message }
grader-raised-memory = { $name } asked for more memory than it may take{ $line ->
    [0] .
   *[other] {" "}at your line { $line }.
 }
grader-not-raised = { $name } raised nothing; expected { $expected }.
grader-exception = { $name } raised { $actual } ({ $message }); expected { $expected }.
grader-condition = { $name }: the result does not meet what was asked.
grader-hidden = { $name } did not pass. Its inputs are not shown.
grader-printed-nothing = { $name }: nothing was printed.
grader-lines = { $name }: { $actual } lines were printed; expected { $expected }.
grader-line = { $name }: line { $line } is “{ $actual }”; expected “{ $expected }”.
grader-too-large = { $name } is too large to be compared (more than { $limit } elements, or too many bytes).
grader-answers-too-large = { $name } is too large to be kept beside the answers before it: all that is looked at of a program may take { $limit } MiB together.
grader-unobservable = { $name } cannot be looked at from outside: a sparse, quantised or otherwise special tensor?
grader-forbid = { $name } must not be used here{ $line ->
    [0] {""}
   *[other] {" "}(line { $line })
 }.
grader-require = { $name } must be used here.
grader-skipped = Skipped, because “{ $name }” did not pass.
grader-other-device = Does not apply on { $device }.

# Ends of a run
grader-unfinished-line = Line { $line } still holds `...`: write something in its place.
grader-timeout = Stopped after { $seconds } s{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 } Is there a loop that never ends?
grader-printing = Stopped after { $seconds } s: the program had printed { $count } characters and did not end{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 }
grader-waiting = Stopped after { $seconds } s{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 } The program did not compute, it waited: for a lock, a thread, a process or a sleep?
grader-memory = Stopped: the program asked for more memory than the { $limit } MiB it may take.
grader-excess-memory = Stopped: all processes of the program together took more than the { $limit } MiB of memory that they may{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 }
grader-excess-processes = Stopped: the program started more than the { $limit } processes that it may have at a time{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 } Is there a loop that starts them?
grader-excess-threads = Stopped: the program started more than the { $limit } threads that it may have at a time{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 } Is there a loop that starts them?
grader-file-size = A file grew larger than one of the program may be, and was cut off there{ $line ->
    [0] .
   *[other] {" "}(line { $line }).
 }
grader-excess-scratch = Stopped: the files of the program took more than the { $limit } MiB that they may, or were too many{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 }
grader-excess-output = Stopped: the program printed more than the { $limit } MiB that it may{ $line ->
    [0] .
   *[other] {""}; line { $line } was running.
 } Is there a loop that never ends?
grader-exited = The program ended itself with code { $code } before it could be checked.
grader-hidden-end = The program ended itself, or crashed, in a check whose inputs are not shown.
grader-signal = The program crashed ({ $signal }){ $line ->
    [0] .
   *[other] {" "}at line { $line }.
 }
grader-killed = The program was ended by the signal { $signal }{ $line ->
    [0] {""}
   *[other] {" "}at line { $line }
 }, which it sent to itself, or the system did.
grader-syntax = Python cannot read this{ $line ->
    [0] {""}
   *[other] {" "}(line { $line })
 }: { $why }.
grader-unparsable = Python cannot read this program at all: it is nested too deeply.

# Faults that are not the learner's
grader-given-fault = This exercise is broken: its given `{ $name }` failed ({ $why }). This is not your mistake.
grader-setup-fault = This exercise is broken: its setup failed ({ $why }). This is not your mistake.
grader-solution-fault = This exercise is broken: its solution failed at line { $line } ({ $why }). This is not your mistake.
grader-solution-does-not-raise = This exercise is broken: under “{ $name }” its solution raises nothing. This is not your mistake.
grader-probe-fault = This exercise is broken: its check “{ $name }” failed on the solution ({ $why }). This is not your mistake.
grader-condition-fault = This exercise is broken: its condition `{ $name }` failed ({ $why }). This is not your mistake.
grader-author-died = The exercise's own code did not come to an end ({ $why }). This is not your mistake.
grader-author-excess = This exercise is broken: its own code took too much. { $why } This is not your mistake.
grader-worker-fault = The grader made a mistake of its own. This is not yours. { $fault }
grader-wire = An answer of the running program could not be read ({ $why }).
grader-judge-died = The comparison did not come to an end. This is not your mistake.
grader-host-died = The grader could not start: { $why }
grader-host-slow = The grader did not start within { $seconds } s. Is torch installed, and is this machine very busy?
grader-no-isolation = The confinement “{ $level }” cannot be had here: { $why }
grader-no-windows = Programs cannot be run or checked on Windows itself; install and start the course in WSL, the Windows Subsystem for Linux.
grader-no-device = The device { $device } cannot be used here.
grader-host-lost = The grader's process ended in the middle of this. Try again; this is not your mistake.
grader-closed = The grader has been closed.
grader-garbled = The program disturbed its own checking: an answer about it could not be read.

# A right answer that is not written as PyTorch people write it
grader-idiom-calls = Right. The loop on line { $line } takes a tensor apart piece by piece; the author's solution needs no loop: it has { $calls } for the whole tensor.
grader-idiom-whole = Right. The loop on line { $line } takes a tensor apart piece by piece; the same operations work on the whole tensor at once, without a loop.
