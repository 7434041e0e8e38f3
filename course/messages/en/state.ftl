# What is kept: history, restart, archives, settings, reports. Commands are app-do-ID and app-do-ID-help.

# Times
moment-today = today { $time }
moment-yesterday = yesterday { $time }
moment-day = { $day } { moment-month } { $time }
moment-date = { $day } { moment-month } { $year }
moment-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }

# Commands
app-do-history = history
app-do-history-help = Shows what you wrote in this step before, to look at or to put back
app-do-report = report
app-do-report-help = Says that the verdict is wrong: writes a report for the author
app-do-restart-lesson = restart lesson
app-do-restart-lesson-help = Begins this lesson anew, once you confirm it
app-do-restart-course = restart course
app-do-restart-course-help = Begins the whole course anew, once you confirm it
app-do-export = export
app-do-export-help = Writes everything that is kept into one file
app-do-import = import
app-do-import-help = Takes in what such a file holds
app-do-settings = settings
app-do-settings-help = Shows colours, language, and what is kept where

# History
history-title = What you wrote in this step
history-legend = + comes back   - goes away
history-same = This is the code as it is now
history-draft = draft, replaced
history-empty = Nothing yet. Every check of this step will be kept here, and every draft that another takes the place of.
history-restore = Restore

# The solution
solution-own = Your code
solution-author = The author's
solution-legend = ~ another line there   + a line only here
solution-foot = c copies the author's code   Esc closes
solution-copied = The author's code is copied.

# Restart
restart-lesson-sure = Begin { $title } anew?
restart-course-sure = Begin the whole course anew: { $title }?
restart-means = The marks of its steps are taken away, and the code goes back to the start. Nothing is deleted: your attempts and drafts stay in the history of each step.
restart-no = No
restart-yes = Begin anew

# Archives
transfer-export-title = Export everything
transfer-export-means = Drafts, attempts, marks and settings go into one file, to be kept or taken to another machine.
export-done = ✓ Everything is in { $path }
export-again = Enter again replaces it.
transfer-import-title = Import
transfer-import-means = Of two drafts the later stays and the other goes into the history. Nothing that is here is lost.
import-done = ✓ Taken in: { $drafts ->
    [one] one draft
   *[other] { $drafts } drafts
 }, { $attempts ->
    [one] one attempt
   *[other] { $attempts } attempts
 }, news of { $steps ->
    [one] one step
   *[other] { $steps } steps
 }.
import-nothing = Everything in this file was here already.
transfer-foot = Enter goes on   Esc closes
archive-exists = { $path } exists already.
archive-missing = There is no file { $path }.
archive-no-file = { $path } is not a file.
archive-unwritable = { $path } cannot be written: { $why }
archive-unreadable = { $path } cannot be read: { $why }
archive-foreign = { $path } was not written by this program's export.
archive-newer = { $path } was written by a newer version of this program; update it to import the file.
archive-broken = { $path } is damaged, and nothing of it was taken in: { $why }

# Settings
settings-title = Settings
settings-foot = Enter changes   Esc closes
settings-theme = Colours
settings-language = Language
settings-language-now = English
settings-tour = Tour
settings-tour-means = shows the course around once more
settings-export = Export
settings-export-means = everything that is kept, into one file
settings-import = Import
settings-import-means = what such a file holds
settings-restart-course = Restart
settings-restart-course-means = the whole course; asks first
theme-dark = dark
theme-light = light
theme-contrast = high contrast
app-unsaved = not saved

# Privacy
privacy-kept = Everything you write and pass is kept in one file on this machine: { $path }
privacy-sealed = Nothing leaves it: the course opens no connection, your programs cannot.
privacy-open = The course opens no connection; your programs could, on this machine.

# The report of a wrong verdict
dispute-title = The report is written
dispute-advice = Send this file to the author of the course. It holds your code, the verdict and the versions of the programs, and nothing else of yours. Open it first if you want to add what you expected.
dispute-copy = Copy the path
dispute-copied = The path is copied.
dispute-failed = The report could not be written: { $why }
dispute-heading = Wrong verdict: { $exercise }
dispute-expected = What I expected instead:

# The command line
cli-progress = Prints what you have done: each lesson with its steps, when you were there last, and the minutes left.
    Its commands write all that is kept into one file, and read such a file.
cli-progress-export = Writes everything that is kept into FILE; - writes to standard output.
    Drafts with their revisions, attempts, marks and settings, as one JSON object. Replaces no file unless --force is given.
cli-progress-import = Takes in what FILE holds, all of it or nothing.
    Of two drafts the later stays and the other becomes a revision. Importing a file twice changes nothing.
cli-option-privacy = Say in two lines what is kept where, and what leaves this machine.
cli-option-force = Replace a file that exists.
cli-progress-total = { $done } of { $total } steps, about { $minutes } min left
cli-progress-left = { $minutes } min left
cli-progress-never = –
