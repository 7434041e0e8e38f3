# 命令行的文字。命令的说明是 cli-命令，选项的说明是 cli-option-选项。

cli-group = 在终端里动手学习 PyTorch。不带命令时，从上次离开的地方打开课程。
cli-learn = 从上次离开的地方打开课程。
    COURSE 是含有 course.yaml 的目录，或已安装课程的名称。
cli-schema = 输出课程文件的 JSON Schema。
    编辑器有了它，就能在编写 YAML 时补全和检查。
cli-option-lang = 程序的语言：en 或 zh。
cli-option-lesson = 直接打开这一课。
cli-option-device = 程序在哪里运行；auto 表示有加速器就用加速器。
cli-option-help = 显示这段说明并退出。
cli-option-version = 显示版本并退出。
cli-no-terminal = blitz-course 需要在终端中运行，输入和输出不能重定向。
