# The words of the plain mode, which a screen reader reads: no sign stands alone, each line is a whole.
# A command's word is plain-do-ID, one word; its sentence is plain-do-ID-help.
# What may be long stands behind a message, not in it: Fluent drops values beyond 2,500 characters.

cli-option-plain = Say the course in lines of text, for screen readers and braille; BLITZ_COURSE_PLAIN=1 does the same.

# Coming in, going out
plain-hello = blitz-course, plain mode. { $course }.
plain-ask = Type a command and press Enter, h for help.
plain-ask-briefly = h for help, a reads the step again.
plain-how-to-quit = q quits. Ctrl+C stops a running program.
plain-goodbye = Goodbye.
plain-unknown = There is no command { $word }. h lists the commands.
plain-unknown-near = There is no command { $word }. Did you mean { $near }?
plain-not-here = The command { $command } does nothing at this step.
plain-nothing-open = No step is open. m lists the lessons, g with a number opens one.
plain-other-lesson = This lesson cannot be opened. m lists the lessons, g with a number and a slash, such as g 2/, goes to another one.
plain-help = { $names }: { $help }.
plain-help-all = help all lists every command. help and the name of a command tells that one alone.
plain-help-keys = A number alone answers a question. Ctrl+C stops a running program, Ctrl+D quits.
plain-language = English.

# Where one is
plain-list = { ", " }
plain-lesson = Lesson { $number }: { $title }, { $state }.
plain-done = { $done } of { $total } done
plain-step = Step { $number } of { $total }, { $kind }: { $heading }
plain-step-state = { $step }, { $state }
plain-kind-read = page
plain-kind-quiz = question
plain-kind-exercise = exercise
plain-mark-none = not opened
plain-mark-visited = opened, not passed
plain-mark-known = known before
plain-mark-changed = passed, changed since
plain-mark-passed = passed
plain-here = you are here
plain-end = This is the last step. { $done } of { $total } steps are done. m lists them.
plain-beginning = This is the first step.
plain-go-where = Go where? g 5 goes to step 5 of this lesson, g 2/5 to step 5 of lesson 2. Ids do as well.
plain-no-place = There is no step { $name }. m lists them.
plain-no-lesson = There is no lesson { $name }.

# Pages
plain-heading = Section: { $text }
plain-choices = { $count } answers to choose from:
plain-quotation = Quotation:
plain-table = Table, { $count ->
    [one] one row:
   *[other] { $count } rows:
 }
plain-cell = { $heading }: { $cell }
plain-cells = { "; " }
plain-code = Code, { $count } lines:
plain-code-line = Code: { $line }
plain-code-end = End of code.
plain-code-read = Code to run and to change, { $count ->
    [one] one line:
   *[other] { $count } lines:
 }
plain-code-quiz = Code of the question, { $count ->
    [one] one line:
   *[other] { $count } lines:
 }
plain-code-exercise = Your code, { $count ->
    [one] one line:
   *[other] { $count } lines:
 }
plain-no-code = This step has no code.
plain-indent = indent { $depth },
plain-indent-spaces = { $count } spaces,

# What can be done at a step
plain-ways-page = n goes on.
plain-ways-code = r runs the code, t changes it, n goes on.
plain-ways-quiz = Type the number of your answer.
plain-ways-quiz-passed = n goes on.
plain-ways-exercise = t or e changes your code, c checks it, i gives a hint.
plain-ways-exercise-passed = n goes on, s reads the author's solution.

# Running and checking
plain-grader-starting = The grader is still starting. Ctrl+C stops waiting.
plain-running-run = Running. Ctrl+C stops it.
plain-running-check = Checking. Ctrl+C stops it.
plain-running-time = { $seconds } seconds so far.
plain-output-stdout = Output:
plain-output-stderr = Error output:
plain-output-held = More is being printed; its end will be read.
plain-output-omitted = { $count ->
    [one] One line is
   *[other] { $count } lines are
 } left out here.
plain-ended = { $status }, { $time }.
plain-ended-badly = { $status }.
plain-checks-passed = { $done } of { $total } { $total ->
    [one] check
   *[other] checks
 } passed.
plain-check-passed = passed: { $name }
plain-check-failed = failed: { $name }
plain-check-skipped = skipped: { $name }
plain-checks-not-run = { $count ->
    [one] One check was not made.
   *[other] { $count } checks were not made.
 }
plain-check-aside = { $name }, { $aside }
plain-stop = { ". " }
plain-error = Error, { $type }:
plain-warning = Warning, { $type }:
plain-error-line = It came from line { $line }:
plain-after-pass = This step is passed; { $done } of { $total } are in this lesson. n goes on, s reads the author's solution.
plain-after-failure = Change your code and check again; i gives a hint.
plain-after-failure-given = Change your code and check again; f tells the input that failed.
plain-no-results = Nothing was run or checked at this step yet.
plain-original-how = original reads the message of Python or PyTorch.
plain-no-original = There is no original message: nothing was explained.
plain-no-given = There is no failing input to tell.
plain-given = Inputs of { $check }:
plain-given-actual = Your result
plain-given-expected = Expected
plain-value = { $name }:
plain-tensor = { $name }: { $kind } of shape { $shape }, { $dtype }
plain-rows-more = and { $count ->
    [one] one more row
   *[other] { $count } more rows
 }

# Answering and helping
plain-answer-how = Answer with a number from 1 to { $count }.
plain-answer-right = The right answer is { $number }: { $choice }
plain-after-answer = n goes on.
plain-no-hint = This exercise has no hints.
plain-hint = Hint { $number } of { $total }:
plain-solution-sure = A hint, i, may be enough. To hear the solution, type s again.
plain-solution = The author's solution:
plain-solution-next = The next i tells the first line of the author's solution.
plain-solution-line = The author's solution, line { $shown } of { $total }:

# Writing
plain-type-whole = Type the whole program, line by line. It takes the place of all { $count } lines. A line with a single dot ends it, Ctrl+C gives it up.
plain-type-line = Type the new line and press Enter. Ctrl+C leaves it as it is:
plain-type-lines = Type the lines. A line with a single dot ends them, Ctrl+C gives them up.
plain-type-given-up = Nothing was changed.
plain-no-line = There is no line { $line }. Your code has { $count ->
    [one] one line.
   *[other] { $count } lines.
 }
plain-saved-check = Changed; your code has { $count ->
    [one] one line.
   *[other] { $count } lines.
 } c checks it, l reads it, u undoes the change.
plain-saved-run = Changed; your code has { $count ->
    [one] one line.
   *[other] { $count } lines.
 } r runs it, l reads it, u undoes the change.
plain-nothing-to-undo = There is no change to undo.
plain-undo-how = u brings your code back.
plain-no-editor = No editor is set: put its command into the variable EDITOR. Or write here, with t.
plain-editor-failed = Nothing was changed. The editor: { $why }

# What is kept

# Commands
plain-do-again = again
plain-do-again-help = Reads this step again
plain-do-answer = answer
plain-do-answer-help = Answers a question: answer 2, or the number alone
plain-do-code = code
plain-do-code-help = Reads your code with line numbers: l 5-9 reads some lines, l indents tells indentation in words from now on, l plain ends that
plain-do-type = type
plain-do-type-help = Takes a whole program line by line: t 3 changes line 3, t 3 x = 1 does so at once, t 3-5 types other lines in their place
plain-do-insert = insert
plain-do-insert-help = Puts lines before a line: insert 3, or insert alone for the end
plain-do-delete = delete
plain-do-delete-help = Takes lines away: delete 3, delete 3-5
plain-do-edit = edit
plain-do-edit-help = Opens your code in your own editor, the one of the variable EDITOR
plain-do-undo = undo
plain-do-undo-help = Takes the last change of your code back
plain-do-reset = reset
plain-do-reset-help = Puts the starting code back
plain-do-output = output
plain-do-output-help = Reads again what the last program printed
plain-do-results = results
plain-do-results-help = Reads again what came of the last run or check
plain-do-original = original
plain-do-original-help = Reads the messages of Python or PyTorch that were explained
plain-do-given = given
plain-do-given-help = Tells the input under which a check failed
plain-do-map = map
plain-do-map-help = Lists the lessons and the steps of this one: m 2 those of lesson 2
plain-do-go = go
plain-do-go-help = Goes to a step: g 5, or g 2/5 for step 5 of lesson 2, g 2/ for lesson 2
plain-do-language = language
plain-do-language-help = Goes from English to Chinese
plain-do-where = where
plain-do-where-help = Says where your work is kept
plain-do-help = help
plain-do-help-help = Lists what can be done here: help all lists every command
