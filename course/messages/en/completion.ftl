# Completion.

app-do-complete = complete
app-do-complete-help = Offers the names that may be typed at the cursor
