# 命令行的文字。命令的说明是 cli-命令，选项的说明是 cli-option-选项。

cli-group = 在终端里动手学习 PyTorch。不带命令时，从上次离开的地方打开课程。
cli-learn = 从上次离开的地方打开课程。
    COURSE 是含有 course.yaml 的目录，或已安装课程的名称。
cli-schema = 输出课程文件或检查结论的 JSON Schema。
    编辑器有了它，就能在编写 YAML 时补全和检查。
cli-option-lang = 程序的语言：en 或 zh。
cli-option-lesson = 直接打开这一课。
cli-option-device = 程序在哪里运行；auto 表示有加速器就用加速器。
cli-option-help = 显示这段说明并退出。
cli-option-version = 显示版本并退出。
cli-no-terminal = blitz-course 需要在终端中运行，输入和输出不能重定向。加上 --plain 则不需要终端。
cli-check = 按一道练习检查一个文件。
    FILE 是一个 Python 程序；- 表示从标准输入读取。通过时退出码为 0，没有通过时为 1。
cli-option-course = 课程：含有 course.yaml 的目录，或已安装课程的名字。
cli-option-isolation = 必须使用这一级隔离；不指定时采用本机最强的一级。
cli-option-strategy = 进程的来源：由预热的进程 fork，或使用一次性的备用进程。
cli-option-replay = 先前结论中的令牌，用来再现同样的用例。
cli-option-json = 只打印一个 JSON 对象。
cli-no-lesson = 没有课 { $name }。现有的课：{ $lessons }
cli-no-exercise = 没有练习 { $name }。这一课的练习：{ $exercises }
cli-not-utf8 = { $file }：不是 UTF-8 文本（第 { $byte } 字节）
cli-unreadable = { $file }：{ $why }
