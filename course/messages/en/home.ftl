# The map, the search, starting further on, and the tour of the first start.

app-map-reading = …
app-map-known = known
app-resume-known = Nothing is left from where you started on. Open any lesson to go through it.
app-kind-read = page
app-kind-quiz = quiz
app-kind-exercise = exercise
app-mark-open = not opened yet
app-mark-known = known: you started further on
app-mark-visited = opened, not done yet
app-mark-changed = done; it has changed since
app-mark-passed = done

# Search
app-search-field = Search lessons, calls and terms …
app-search-hint = A word, a call such as torch.zeros or x.view, or a term, in English or Chinese.
app-search-reading = Reading the lessons …
app-search-nothing = Nothing of the kind is in this course. Try a shorter word.
app-search-foot = ↑ ↓ choose   Enter opens   Esc closes
app-found-term = Glossary
app-found-call = Calls
app-found-lesson = Lessons
app-found-step = Steps
app-found-more = { $count ->
    [one] one more; type on to narrow the list
   *[other] { $count } more; type on to narrow the list
 }
app-found-steps = { $count } steps
app-entry-names = Also
app-entry-torch = In torch
app-entry-steps = In these steps
app-entry-nowhere = No step of this course is about it yet.
app-entry-see = See also
app-entry-foot = Enter opens   Esc goes back

# Starting further on
app-placement-title = Start further on
app-placement-told = Choose where to start: a lesson, or one of its steps. What lies before is marked ◇, known. That is no pass, it keeps nothing from you, and the first lesson takes it back.
app-placement-test = Not sure? Take a short test: t
app-placement-foot = Enter starts there   Space steps   t test   Esc closes
app-placement-proposed = You could start at { $step }, in { $lesson }. Enter takes this place; any other is yours to choose.
app-placement-beginning = The beginning is the right place for you. Enter starts there; any other place is yours to choose.
app-placement-all = You were sure of everything that was asked. Start wherever you like.
app-trial-title = { $lesson } · question { $number } of { $total }
app-trial-unsure = 0  I am not sure
app-trial-foot = 1–9 answers   0 not sure   Esc ends the test

# The tour
app-tour-foot = Enter goes on   Esc ends the tour
app-tour-map-title = The map
app-tour-map = Every lesson, with a dot for each of its steps: ○ open, ◐ begun, ● done. Enter opens a lesson, Space shows its steps. You may go to any of them at any time.
app-tour-keys-title = What can be done
app-tour-keys = This line names the keys that matter now. `/` searches, `Ctrl+P` finds every command by its name, and `F1` explains the keys. Everything can be clicked, too.
app-tour-words-title = The words
app-tour-words = Each step is a page, a quiz or an exercise. Its words stand here. `F8` goes on to the next step, and `Esc` comes back to the map.
app-tour-work-title = Code and results
app-tour-work = Where a step has code, you may change it. `F5` runs it; in an exercise `F9` checks it, and what came of it is told below. In a narrow window `Ctrl+T` goes from pane to pane.
app-tour-hints-title = When you are stuck
app-tour-hints = In an exercise `F2` shows a hint, then another. `F3` shows the author's solution when you insist. Nothing you write gets lost.

# Commands
app-do-search = search
app-do-search-help = Searches lessons, steps, calls and the glossary
app-do-tour = tour
app-do-tour-help = Shows the tour of the first start again
app-do-steps = steps
app-do-steps-help = Shows the steps of the lesson at the cursor, or hides them
app-do-placement = start further on
app-do-placement-help = Lets you start at a later lesson, by choice or by a short test
