# 纯文本模式的文字，供读屏软件朗读：没有单独的符号，每一行都是完整的一句。
# 命令的名称是 plain-do-ID（一个词），说明是 plain-do-ID-help。
# 可能很长的内容接在消息之后，而不放在消息里：Fluent 会丢弃超过 2500 个字符的值。

cli-option-plain = 用一行行文字讲完整门课，适合读屏软件和盲文点显器；也可以设置 BLITZ_COURSE_PLAIN=1。

# 进来和离开
plain-hello = blitz-course，纯文本模式。{ $course }。
plain-ask = 输入命令并按回车，h 是帮助。
plain-ask-briefly = h 是帮助，a 重读这一步。
plain-how-to-quit = q 退出。Ctrl+C 可停止正在运行的程序。
plain-goodbye = 再见。
plain-unknown = 没有 { $word } 这个命令。h 列出所有命令。
plain-unknown-near = 没有 { $word } 这个命令。你是想输入 { $near } 吗？
plain-not-here = { $command } 命令在这一步不起作用。
plain-nothing-open = 没有打开任何一步。m 列出各课，g 加编号打开一课。
plain-other-lesson = 这一课无法打开。m 列出各课，g 加编号和斜杠（例如 g 2/）去另一课。
plain-help = { $names }：{ $help }。
plain-help-all = help all 列出全部命令，help 加命令名只说明那一个。
plain-help-keys = 单独输入数字就是作答。Ctrl+C 停止正在运行的程序，Ctrl+D 退出。
plain-language = 中文。

# 所在的位置
plain-list = { "，" }
plain-lesson = 第 { $number } 课：{ $title }，{ $state }。
plain-done = { $total } 步中已完成 { $done } 步
plain-step = 第 { $number } 步，共 { $total } 步，{ $kind }：{ $heading }
plain-step-state = { $step }，{ $state }
plain-kind-read = 讲解
plain-kind-quiz = 选择题
plain-kind-exercise = 练习
plain-mark-none = 未打开
plain-mark-visited = 打开过，未通过
plain-mark-known = 早已会的
plain-mark-changed = 已通过，之后有改动
plain-mark-passed = 已通过
plain-here = 当前位置
plain-end = 这是最后一步。{ $total } 步中已完成 { $done } 步。m 列出各步。
plain-beginning = 这是第一步。
plain-go-where = 去哪里？g 5 去本课第 5 步，g 2/5 去第 2 课第 5 步。也可以用它们的标识。
plain-no-place = 没有 { $name } 这一步。m 列出各步。
plain-no-lesson = 没有 { $name } 这一课。

# 讲解
plain-heading = 小节：{ $text }
plain-choices = 可选的答案，{ $count } 个：
plain-quotation = 引文：
plain-table = 表格，{ $count } 行：
plain-cell = { $heading }：{ $cell }
plain-cells = { "；" }
plain-code = 代码，{ $count } 行：
plain-code-line = 代码：{ $line }
plain-code-end = 代码结束。
plain-code-read = 可以运行和修改的代码，{ $count } 行：
plain-code-quiz = 题目的代码，{ $count } 行：
plain-code-exercise = 你的代码，{ $count } 行：
plain-no-code = 这一步没有代码。
plain-indent = 缩进 { $depth }，
plain-indent-spaces = { $count } 个空格，

# 这一步可以做什么
plain-ways-page = n 进入下一步。
plain-ways-code = r 运行代码，t 修改代码，n 进入下一步。
plain-ways-quiz = 输入答案的编号。
plain-ways-quiz-passed = n 进入下一步。
plain-ways-exercise = t 或 e 修改代码，c 检查代码，i 给出提示。
plain-ways-exercise-passed = n 进入下一步，s 朗读作者的答案。

# 运行和检查
plain-grader-starting = 评分程序还在启动。按 Ctrl+C 不再等待。
plain-running-run = 正在运行。按 Ctrl+C 停止。
plain-running-check = 正在检查。按 Ctrl+C 停止。
plain-running-time = 已经 { $seconds } 秒。
plain-output-stdout = 输出：
plain-output-stderr = 错误输出：
plain-output-held = 后面还有输出，结束时只读最后一部分。
plain-output-omitted = 这里省略了 { $count } 行。
plain-ended = { $status }，用时 { $time }。
plain-ended-badly = { $status }。
plain-checks-passed = { $total } 项检查中通过了 { $done } 项。
plain-check-passed = 通过：{ $name }
plain-check-failed = 未通过：{ $name }
plain-check-skipped = 跳过：{ $name }
plain-checks-not-run = 有 { $count } 项检查没有进行。
plain-check-aside = { $name }，{ $aside }
plain-stop = { "。" }
plain-error = 错误，{ $type }：
plain-warning = 警告，{ $type }：
plain-error-line = 出自第 { $line } 行：
plain-after-pass = 这一步通过了，本课 { $total } 步中已完成 { $done } 步。n 进入下一步，s 朗读作者的答案。
plain-after-failure = 修改代码后再检查一次；i 给出提示。
plain-after-failure-given = 修改代码后再检查一次；f 说明未通过的输入。
plain-no-results = 这一步还没有运行或检查过代码。
plain-original-how = 输入“原文”，朗读 Python 或 PyTorch 的原始信息。
plain-no-original = 没有原始信息：刚才没有解释过什么错误。
plain-no-given = 没有可以说明的未通过输入。
plain-given = 未通过的输入，{ $check }：
plain-given-actual = 你的结果
plain-given-expected = 应为
plain-value = { $name }：
plain-tensor = { $name }：{ $kind }，形状 { $shape }，{ $dtype }
plain-rows-more = 还有 { $count } 行

# 作答和求助
plain-answer-how = 请输入 1 到 { $count } 之间的数字来作答。
plain-answer-right = 正确答案是 { $number }：{ $choice }
plain-after-answer = n 进入下一步。
plain-no-hint = 这道练习没有提示。
plain-hint = 提示 { $number }，共 { $total } 条：
plain-solution-sure = 也许听一条提示（i）就够了。要听答案，请再输入一次 s。
plain-solution = 作者的答案：
plain-solution-next = 再输入 i 会读出作者答案的第一行。
plain-solution-line = 作者的答案，第 { $shown } 行，共 { $total } 行：

# 编写代码
plain-type-whole = 请逐行输入整个程序，它将取代现有的全部 { $count } 行。单独一行英文句点结束，Ctrl+C 放弃。
plain-type-line = 输入新的一行并按回车，Ctrl+C 保持原样：
plain-type-lines = 请逐行输入。单独一行英文句点结束，Ctrl+C 放弃。
plain-type-given-up = 没有任何改动。
plain-no-line = 没有第 { $line } 行。你的代码有 { $count } 行。
plain-saved-check = 已修改，共 { $count } 行。c 检查，l 朗读，u 撤销这次修改。
plain-saved-run = 已修改，共 { $count } 行。r 运行，l 朗读，u 撤销这次修改。
plain-nothing-to-undo = 没有可以撤销的修改。
plain-undo-how = u 可以恢复你的代码。
plain-no-editor = 没有设置编辑器：请把它的命令写进环境变量 EDITOR，或者用 t 在这里编写。
plain-editor-failed = 没有任何改动。编辑器：{ $why }

# 保存在哪里

# 命令
plain-do-again = 重读
plain-do-again-help = 重读这一步
plain-do-answer = 作答
plain-do-answer-help = 回答选择题：answer 2，或直接输入数字
plain-do-code = 代码
plain-do-code-help = 朗读你的代码和行号：l 5-9 只读几行，l indents 从此用文字说明缩进，l plain 不再说明
plain-do-type = 输入
plain-do-type-help = 逐行输入整个程序：t 3 修改第 3 行，t 3 x = 1 一次改好，t 3-5 用新的几行取代这几行
plain-do-insert = 插入
plain-do-insert-help = 在某行之前插入几行：insert 3，单独的 insert 加在末尾
plain-do-delete = 删除
plain-do-delete-help = 删除几行：delete 3，delete 3-5
plain-do-edit = 编辑
plain-do-edit-help = 用你自己的编辑器打开代码，由环境变量 EDITOR 指定
plain-do-undo = 撤销
plain-do-undo-help = 撤销对代码的最后一次修改
plain-do-reset = 重来
plain-do-reset-help = 恢复起始代码
plain-do-output = 输出
plain-do-output-help = 重读上一次程序的输出
plain-do-results = 结果
plain-do-results-help = 重读上一次运行或检查的结果
plain-do-original = 原文
plain-do-original-help = 朗读刚才解释过的 Python 或 PyTorch 原始信息
plain-do-given = 用例
plain-do-given-help = 说明未通过的检查用了什么输入
plain-do-map = 目录
plain-do-map-help = 列出各课和本课的各步：m 2 列出第 2 课的各步
plain-do-go = 前往
plain-do-go-help = 前往某一步：g 5，或 g 2/5 表示第 2 课第 5 步，g 2/ 表示第 2 课
plain-do-language = 语言
plain-do-language-help = 从中文切换到英文
plain-do-where = 位置
plain-do-where-help = 说明你的学习记录保存在哪里
plain-do-help = 帮助
plain-do-help-help = 列出这一步可用的命令：help all 列出全部命令
