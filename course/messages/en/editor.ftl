# The words of the editor. A command's name is app-do-ID, its sentence app-do-ID-help.

app-saved = Saved as you type.

# Find and replace
app-find-query = find
app-find-replacement = replace with
app-find-none = not found
app-find-total = { $count } found
app-find-all = all
app-find-close = close
app-find-replaced = { $count ->
    [one] One replaced. Ctrl+Z takes it back.
   *[other] { $count } replaced. Ctrl+Z takes them back.
 }

# Go to a line
app-line-name = Line
app-line-count = of { $count }
app-line-beyond = there are { $count } lines

# Commands
app-do-find = find
app-do-find-help = Finds a text in the code, and replaces it
app-do-go-to-line = go to line
app-do-go-to-line-help = Goes to a line by its number
app-do-move-up = move up
app-do-move-up-help = Moves the chosen lines up
app-do-move-down = move down
app-do-move-down-help = Moves the chosen lines down
app-do-duplicate = duplicate
app-do-duplicate-help = Puts a copy of the chosen lines below them
app-do-saved = save
app-do-saved-help = Your code is saved as you type
