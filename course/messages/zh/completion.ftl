# Completion.

app-do-complete = 补全
app-do-complete-help = 列出光标处可以输入的名称
