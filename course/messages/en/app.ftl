# The words of the app. A command's name is app-do-ID, its sentence app-do-ID-help.

app-count = { $done } of { $total }
app-minutes = { $minutes } min

# Home
app-resume-start = Start
app-resume-continue = Continue
app-resume-step = { $lesson } · step { $number }, { $step }
app-resume-left = about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 } left in this lesson
app-resume-done = Every step is done. Open any lesson to go through it again.
app-map-done = done
app-map-some = { $done } of { $total }
app-map-skipped = { $count } skipped
app-map-broken = cannot be opened

# Lesson
app-pane-words = Words
app-pane-code = Code
app-pane-results = Results
app-next-step = Next: { $step }
app-next-lesson = Next lesson: { $lesson }
app-next-end = Back to the map
app-hint = Hint { $number } of { $total }
app-solution-sure = The solution is one key away: press F3 again to see it. A hint (F2) may be enough.
app-step-changed = This step changed since you passed it. The pass still counts.
app-solution-title = The author's solution
app-solution-lines = The author's solution, { $shown } of { $total } lines
app-solution-next = The next press of F2 shows the first line of the author's solution.
app-answer-waiting = Running the code to see …
app-answer-right = Right.
app-answer-wrong = Not quite.
app-answer-unknown = The code could not be run here, so this answer stays open.

# Results
app-output-omitted = … { $count } lines left out …
app-output-empty = Nothing was printed.
app-checks-empty = F9 checks your code.
app-messages-empty = Nothing to report.
app-check-case = case { $case } of { $cases }
app-check-hidden = hidden
app-error-line = Line { $line }
app-running-stop = Esc stops it
app-stopped = Stopped
app-run-failed = This could not be run: { $problem }
app-status-passed = Passed
app-status-finished = Finished
app-status-failed = { $done } of { $total } checks passed
app-status-error = Stopped by an error
app-status-timeout = Took too long
app-status-crashed = The program crashed
app-status-memory = Ran out of memory
app-status-refused = Not accepted
app-status-grader-fault = The grader failed; this is not your mistake

# The grader, in the title bar
app-grader-starting = grader starting
app-grader-ready = ready
app-grader-restarting = grader restarting
app-grader-failed = no grader

# Popups
app-popup-close = Esc closes
app-palette-search = Find a command …
app-help-home = On the map
app-help-lesson = In a lesson
app-help-editor = In the editor
app-help-app = Everywhere
app-copy-nothing = Nothing is selected. Ctrl+Q quits.

# Commands
app-do-help = help
app-do-help-help = Shows the keys of this screen
app-do-palette = commands
app-do-palette-help = Finds any command by its name
app-do-language = 中文
app-do-language-help = Goes from English to Chinese
app-do-quit = quit
app-do-quit-help = Ends the course; everything is saved
app-do-resume = go on
app-do-resume-help = Goes on where you left
app-do-open = open
app-do-open-help = Opens the chosen lesson
app-do-check = check
app-do-check-help = Checks your code
app-do-run = run
app-do-run-help = Runs your code without checking it
app-do-hint = hint
app-do-hint-help = Shows one more hint, then the author's solution a line at a time
app-do-solution = solution
app-do-solution-help = Shows the author's solution
app-do-reset = start over
app-do-reset-help = Puts the starting code back; Ctrl+Z undoes it
app-do-choose = answer
app-do-choose-help = Chooses an answer
app-do-next = next
app-do-next-help = Goes to the next step
app-do-back = back
app-do-back-help = Goes to the step before
app-do-pane = pane
app-do-pane-help = Goes to the next pane: words, code, results
app-do-results = checks or output
app-do-results-help = Shows the other tab of the results
app-do-stop = stop
app-do-stop-help = Stops the running program
app-do-unfocus = leave the editor
app-do-unfocus-help = Leaves the editor
app-do-leave = map
app-do-leave-help = Goes to the map of lessons
app-do-comment = comment
app-do-comment-help = Makes comments of the chosen lines, or code of comments
app-do-outdent = outdent
app-do-outdent-help = Moves the chosen lines to the left; Tab moves them to the right
app-do-undo = undo
app-do-undo-help = Takes the last change back
app-do-redo = redo
app-do-redo-help = Makes it again
app-do-copy = copy
app-do-copy-help = Copies what is selected
app-do-cut = cut
app-do-cut-help = Cuts what is selected, or the line
app-do-paste = paste
app-do-paste-help = Pastes
app-do-select-all = select all
app-do-select-all-help = Selects everything
