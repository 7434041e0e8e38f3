# 草稿页：这里不检查任何东西。

app-help-scratch = 在草稿页

app-scratch-title = 草稿页
app-scratch-about = 已导入 torch，这里不做检查
app-scratch-try = 试一试
app-scratch-try-how = 按 ↑ 取一条，按回车运行。
app-scratch-try-history = 按回车运行输入的代码，按 ↑ 找回以前运行过的代码。
app-scratch-grader-starting = 正在导入 torch……可以先写代码。
app-scratch-grader-failed = ! 评分程序无法启动，这里暂时不能运行代码。
app-scratch-names = 变量
app-scratch-names-empty = 还没有定义任何变量。

app-scratch-importing = 正在导入 torch
app-scratch-starting = 正在启动解释器
app-scratch-running = 正在运行
app-scratch-stopping = 正在停止
app-scratch-busy = 还有代码在运行，按 Esc 停止。输入的内容会保留。
app-scratch-stopped-kept = 已停止。之前定义的变量都还在。
app-scratch-stopped-lost = 代码没有响应停止请求，解释器已被结束，变量全部丢失。下一次运行会启动新的解释器。
app-scratch-stopped-never = 尚未开始就已停止。
app-scratch-lost = 解释器已经丢失。下一次运行会启动新的解释器。
app-scratch-lost-since = 之前的解释器已经丢失，变量也随之丢失。现在用的是新的解释器。
app-scratch-renewed = 已换用新的解释器。旧的解释器里没有定义过变量。
app-scratch-renewed-lost = 已换用新的解释器。随旧解释器丢失的变量：{ $names }。
app-scratch-renewed-more = 已换用新的解释器。随旧解释器丢失的变量：{ $names }，以及另外 { $more } 个。

app-do-scratch = 草稿页
app-do-scratch-help = 打开草稿页，随便试试；再按一次返回
app-do-try-things = 草稿页
app-do-try-things-help = 打开草稿页，随便试试
app-do-try-code = 拿到草稿页试
app-do-try-code-help = 把当前代码带到草稿页，但不运行
app-do-run-cell = 运行
app-do-run-cell-help = 运行输入的代码；代码完整时按回车也可以
app-do-earlier = 之前的输入
app-do-earlier-help = 在第一行：找回以前运行过的代码；按 ↓ 往后翻
app-do-names = 变量
app-do-names-help = 显示或隐藏已定义的变量
app-do-clear-cells = 清屏
app-do-clear-cells-help = 清空页面；已定义的变量都会保留
app-do-renew = 新解释器
app-do-renew-help = 启动新的解释器，里面没有任何变量
app-do-scroll-cells = 滚动
app-do-scroll-cells-help = 向上翻页；PgDn 向下翻，到底后会继续跟随新的输出
app-do-stop-cell = 停止
app-do-stop-cell-help = 停止正在运行的代码；已定义的变量都会保留
app-do-leave-scratch = 返回
app-do-leave-scratch-help = 返回原处；页面和已定义的变量都会保留
