# Themes, panes, help and the terminal.

app-theme-dark = Dark colours
app-theme-light = Light colours
app-theme-contrast = High contrast

app-do-theme = change colours
app-do-theme-help = Goes through dark, light and high-contrast colours
app-do-to-start = to the start
app-do-to-start-help = Goes to the start of the code
app-do-to-end = to the end
app-do-to-end-help = Goes to the end of the code
app-do-zoom = whole screen
app-do-zoom-help = Gives the pane you are in the whole screen, or takes it back
app-do-wider-words = wider words
app-do-wider-words-help = Gives the words more room beside the code
app-do-wider-code = wider code
app-do-wider-code-help = Gives the code more room beside the words
app-do-taller-results = taller results
app-do-taller-results-help = Gives the results more room below the code
app-do-taller-code = taller code
app-do-taller-code-help = Gives the code more room above the results
app-do-even-panes = even panes
app-do-even-panes-help = Puts the borders between the panes back to where they were at first
app-do-suspend-process = suspend
app-do-suspend-process-help = Goes back to the shell; fg brings the course back

app-small = This terminal is { $columns } × { $rows }; the course needs { $least_columns } × { $least_rows }.
app-small-advice = Make it larger, or leave with Ctrl+Q.

cli-dumb-terminal = This terminal cannot show the course's screens (see the variable TERM).
    For the course in lines of text, run: blitz-course learn --plain
cli-terminal-encoding = This terminal's locale writes { $encoding }, which lacks characters that the course needs.
    Set LANG=C.UTF-8, or for the course in lines of text, run: blitz-course learn --plain

app-help-title = Keys, here and now
app-help-panes = Panes
app-help-signs = Signs
app-help-foot = Esc closes · ^p finds every command, also those without a key
app-sign-open = not opened yet
app-sign-visited = opened, not done
app-sign-passed = done
app-sign-known = skipped: you know it already
app-sign-right = right
app-sign-wrong = not right
app-sign-attention = look here: changed since you passed it, or a fault that is not yours
