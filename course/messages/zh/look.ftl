# 配色、窗格、帮助与终端。

app-theme-dark = 深色
app-theme-light = 浅色
app-theme-contrast = 高对比度

app-do-theme = 切换配色
app-do-theme-help = 依次切换深色、浅色和高对比度配色
app-do-to-start = 到开头
app-do-to-start-help = 跳到代码开头
app-do-to-end = 到末尾
app-do-to-end-help = 跳到代码末尾
app-do-zoom = 全屏
app-do-zoom-help = 让当前窗格占满屏幕，再按一次恢复
app-do-wider-words = 加宽讲解
app-do-wider-words-help = 让讲解窗格更宽
app-do-wider-code = 加宽代码
app-do-wider-code-help = 让代码窗格更宽
app-do-taller-results = 加高结果
app-do-taller-results-help = 让结果窗格更高
app-do-taller-code = 加高代码
app-do-taller-code-help = 让代码窗格更高
app-do-even-panes = 恢复布局
app-do-even-panes-help = 窗格之间的分界恢复到最初的位置
app-do-suspend-process = 挂起
app-do-suspend-process-help = 暂时回到 shell，用 fg 命令返回课程

app-small = 终端只有 { $columns } × { $rows }，至少需要 { $least_columns } × { $least_rows }。
app-small-advice = 请放大窗口，或按 Ctrl+Q 退出。

cli-dumb-terminal = 这个终端无法显示课程界面（请检查环境变量 TERM）。
    要以逐行文本的方式学习，请运行：blitz-course learn --plain
cli-terminal-encoding = 终端的区域设置使用 { $encoding } 编码，缺少课程需要的字符。
    请设置 LANG=C.UTF-8；或运行 blitz-course learn --plain，以逐行文本的方式学习。

app-help-title = 此时此处可用的按键
app-help-panes = 窗格
app-help-signs = 符号
app-help-foot = 按 Esc 关闭 · 按 ^p 查找全部命令，包括没有按键的
app-sign-open = 尚未打开
app-sign-visited = 打开过，未完成
app-sign-passed = 已完成
app-sign-known = 已跳过：你早就会了
app-sign-right = 正确
app-sign-wrong = 不正确
app-sign-attention = 请留意：通过之后有改动，或不是你造成的故障
