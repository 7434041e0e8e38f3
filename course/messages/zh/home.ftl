# 目录、搜索、从后面开始学，以及首次启动时的导览。

app-map-reading = ……
app-map-known = 已掌握
app-resume-known = 从你选定的起点往后，已经全部完成。可以打开任意一课来学。
app-kind-read = 讲解
app-kind-quiz = 测验
app-kind-exercise = 练习
app-mark-open = 还没有打开过
app-mark-known = 已掌握：你选择从后面开始
app-mark-visited = 打开过，还没完成
app-mark-changed = 已完成，之后有改动
app-mark-passed = 已完成

# 搜索
app-search-field = 搜索课程、函数和术语……
app-search-hint = 输入一个词、一个函数（如 torch.zeros 或 x.view），或者一个术语，中英文都可以。
app-search-reading = 正在读取课程……
app-search-nothing = 本课程里没有找到。换个短一点的词试试。
app-search-foot = ↑ ↓ 选择   Enter 打开   Esc 关闭
app-found-term = 术语
app-found-call = 函数与属性
app-found-lesson = 课程
app-found-step = 步骤
app-found-more = 还有 { $count } 项，继续输入可缩小范围
app-found-steps = { $count } 个步骤
app-entry-names = 也叫
app-entry-torch = 在 torch 中
app-entry-steps = 见于以下步骤
app-entry-nowhere = 本课程目前还没有讲到它的步骤。
app-entry-see = 另见
app-entry-foot = Enter 打开   Esc 返回

# 从后面开始学
app-placement-title = 从后面开始学
app-placement-told = 选择从哪里开始：某一课，或者其中的某一步。之前的内容会标上 ◇，表示已掌握。这不算通过，也不妨碍你随时回去学；选第一课就能撤销。
app-placement-test = 拿不准？按 t 做个小测试
app-placement-foot = Enter 从这里开始   空格 展开步骤   t 测试   Esc 关闭
app-placement-proposed = 建议从《{ $lesson }》的“{ $step }”开始。按 Enter 采纳，也可以选别的地方。
app-placement-beginning = 建议从头开始。按 Enter 采纳，也可以选别的地方。
app-placement-all = 问到的你全都答对了。想从哪里开始都行。
app-trial-title = { $lesson } · 第 { $number } 题，共 { $total } 题
app-trial-unsure = 0  不确定
app-trial-foot = 1–9 作答   0 不确定   Esc 结束测试

# 导览
app-tour-foot = Enter 继续   Esc 结束导览
app-tour-map-title = 目录
app-tour-map = 每一课占一行，每个步骤是一个圆点：○ 未开始，◐ 进行中，● 已完成。Enter 打开一课，空格展开它的步骤，想去哪一步都可以。
app-tour-keys-title = 能做什么
app-tour-keys = 这一行写着眼下用得着的按键。`/` 搜索，`Ctrl+P` 按名称查找任意命令，`F1` 说明所有按键。这些也都可以用鼠标点。
app-tour-words-title = 讲解
app-tour-words = 每一步是一页讲解、一道测验或一个练习，文字都在这里。`F8` 进入下一步，`Esc` 返回目录。
app-tour-work-title = 代码与结果
app-tour-work = 带代码的步骤，代码可以随意修改。`F5` 运行；练习中 `F9` 检查，结果显示在下方。窗口较窄时，用 `Ctrl+T` 切换窗格。
app-tour-hints-title = 卡住的时候
app-tour-hints = 练习中按 `F2` 看一条提示，再按看下一条；一定要看，`F3` 会给出作者的答案。写过的代码不会丢失。

# 命令
app-do-search = 搜索
app-do-search-help = 搜索课程、步骤、函数和术语
app-do-tour = 导览
app-do-tour-help = 重新显示首次启动时的导览
app-do-steps = 步骤
app-do-steps-help = 展开或收起光标所在课程的步骤
app-do-placement = 从后面开始
app-do-placement-help = 从后面的课程开始学，可以自己选，也可以做个小测试
