# The scratch page, where nothing is checked.

app-help-scratch = On the scratch page

app-scratch-title = Scratch page
app-scratch-about = torch is imported; nothing is checked here
app-scratch-try = Try something
app-scratch-try-how = ↑ takes one of these, Enter runs it.
app-scratch-try-history = Enter runs what you write, ↑ brings back what you ran before.
app-scratch-grader-starting = torch is being imported … You can already write.
app-scratch-grader-failed = ! The grader could not be started, so nothing can be run here.
app-scratch-names = Names
app-scratch-names-empty = Nothing is defined yet.

app-scratch-importing = torch is being imported
app-scratch-starting = Starting the interpreter
app-scratch-running = Running
app-scratch-stopping = Stopping
app-scratch-busy = Something is still running; Esc stops it. What you wrote stays.
app-scratch-stopped-kept = Stopped. All that was defined is still there.
app-scratch-stopped-lost = It did not obey and was ended, and all names with it. The next cell starts a new interpreter.
app-scratch-stopped-never = Stopped before it began.
app-scratch-lost = The interpreter is lost. The next cell starts a new one.
app-scratch-lost-since = The interpreter was lost since, and all names with it. This is a new one.
app-scratch-renewed = A new interpreter. Nothing was defined in the old one.
app-scratch-renewed-lost = A new interpreter. Gone with the old one: { $names }.
app-scratch-renewed-more = A new interpreter. Gone with the old one: { $names } and { $more } more.

app-do-scratch = scratch page
app-do-scratch-help = Goes to the scratch page, where you can try anything, and back
app-do-try-things = scratch page
app-do-try-things-help = Goes to the scratch page, where you can try anything
app-do-try-code = try it there
app-do-try-code-help = Takes your code to the scratch page, without running it
app-do-run-cell = run
app-do-run-cell-help = Runs what you wrote; Enter does so too once it is complete
app-do-earlier = earlier
app-do-earlier-help = On the first line: brings back what you ran before; Down goes on
app-do-names = names
app-do-names-help = Shows or hides what is defined
app-do-clear-cells = clear
app-do-clear-cells-help = Clears the page; all that is defined stays
app-do-renew = new interpreter
app-do-renew-help = Starts a new interpreter, in which nothing is defined
app-do-scroll-cells = scroll
app-do-scroll-cells-help = Scrolls the page back; PgDn on, and at its end it follows again
app-do-stop-cell = stop
app-do-stop-cell-help = Stops what runs; all that is defined stays
app-do-leave-scratch = back
app-do-leave-scratch-help = Goes back; the page and all that is defined stay
