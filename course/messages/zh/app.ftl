# 应用界面的文字。命令的名称是 app-do-ID，说明是 app-do-ID-help。

app-count = { $done } / { $total }
app-minutes = { $minutes } 分钟

# 首页
app-resume-start = 开始
app-resume-continue = 继续
app-resume-step = { $lesson } · 第 { $number } 步：{ $step }
app-resume-left = 本课大约还需 { $minutes } 分钟
app-resume-done = 所有步骤都已完成。可以打开任意一课重温。
app-map-done = 已完成
app-map-some = { $done } / { $total }
app-map-skipped = 跳过 { $count } 步
app-map-broken = 无法打开

# 课程
app-pane-words = 讲解
app-pane-code = 代码
app-pane-results = 结果
app-next-step = 下一步：{ $step }
app-next-lesson = 下一课：{ $lesson }
app-next-end = 返回目录
app-hint = 提示 { $number } / { $total }
app-solution-sure = 再按一次 F3 就能看到答案。也许先看一条提示（F2）就够了。
app-step-changed = 通过之后，这一步有了改动。通过的记录仍然有效。
app-solution-title = 作者的答案
app-solution-lines = 作者的答案，第 1 至 { $shown } 行，共 { $total } 行
app-solution-next = 再按 F2 会显示作者答案的第一行。
app-answer-waiting = 正在运行代码，看看结果……
app-answer-right = 答对了。
app-answer-wrong = 不完全对。
app-answer-unknown = 代码在这里无法运行，所以这个答案暂不判定。

# 结果
app-output-omitted = …… 省略了 { $count } 行 ……
app-output-empty = 没有输出。
app-checks-empty = 按 F9 检查代码。
app-messages-empty = 没有需要说明的。
app-check-case = 第 { $case } 个用例，共 { $cases } 个
app-check-hidden = 隐藏
app-error-line = 第 { $line } 行
app-running-stop = 按 Esc 停止
app-stopped = 已停止
app-run-failed = 无法运行：{ $problem }
app-status-passed = 通过
app-status-finished = 运行结束
app-status-failed = 通过 { $done } / { $total } 项检查
app-status-error = 因错误而中止
app-status-timeout = 运行时间过长
app-status-crashed = 程序崩溃
app-status-memory = 内存不足
app-status-refused = 代码未被接受
app-status-grader-fault = 评分程序出错，这不是你的问题

# 标题栏里的评分程序状态
app-grader-starting = 评分程序启动中
app-grader-ready = 就绪
app-grader-restarting = 评分程序重启中
app-grader-failed = 评分程序不可用

# 弹出窗口
app-popup-close = 按 Esc 关闭
app-palette-search = 查找命令……
app-help-home = 在目录中
app-help-lesson = 在课程中
app-help-editor = 在编辑器中
app-help-app = 任何地方
app-copy-nothing = 没有选中任何内容。按 Ctrl+Q 退出。

# 命令
app-do-help = 帮助
app-do-help-help = 显示当前界面的按键
app-do-palette = 命令
app-do-palette-help = 按名称查找任意命令
app-do-language = English
app-do-language-help = 从中文切换到英文
app-do-quit = 退出
app-do-quit-help = 结束学习，所有内容都已保存
app-do-resume = 继续
app-do-resume-help = 从上次离开的地方继续
app-do-open = 打开
app-do-open-help = 打开选中的课程
app-do-check = 检查
app-do-check-help = 检查你的代码
app-do-run = 运行
app-do-run-help = 运行代码，不做检查
app-do-hint = 提示
app-do-hint-help = 再显示一个提示，提示用完后逐行显示作者的答案
app-do-solution = 答案
app-do-solution-help = 显示作者的答案
app-do-reset = 重来
app-do-reset-help = 恢复起始代码，可用 Ctrl+Z 撤销
app-do-choose = 作答
app-do-choose-help = 选择一个答案
app-do-next = 下一步
app-do-next-help = 进入下一步
app-do-back = 上一步
app-do-back-help = 回到上一步
app-do-pane = 窗格
app-do-pane-help = 切换窗格：讲解、代码、结果
app-do-results = 检查或输出
app-do-results-help = 切换结果的标签页
app-do-stop = 停止
app-do-stop-help = 停止正在运行的程序
app-do-unfocus = 离开编辑器
app-do-unfocus-help = 离开编辑器
app-do-leave = 目录
app-do-leave-help = 返回课程目录
app-do-comment = 注释
app-do-comment-help = 将选中的行变为注释，或取消注释
app-do-outdent = 减少缩进
app-do-outdent-help = 将选中的行左移，Tab 则右移
app-do-undo = 撤销
app-do-undo-help = 撤销上一次修改
app-do-redo = 重做
app-do-redo-help = 重新执行
app-do-copy = 复制
app-do-copy-help = 复制选中的内容
app-do-cut = 剪切
app-do-cut-help = 剪切选中的内容或整行
app-do-paste = 粘贴
app-do-paste-help = 粘贴
app-do-select-all = 全选
app-do-select-all-help = 选中全部内容
