# 保存的内容：历史、重新开始、存档、设置、报告。命令的名称是 app-do-ID，说明是 app-do-ID-help。

# 时间
moment-today = 今天 { $time }
moment-yesterday = 昨天 { $time }
moment-day = { moment-month } { $day } 日 { $time }
moment-date = { $year } 年 { moment-month } { $day } 日
moment-month = { $month } 月

# 命令
app-do-history = 历史
app-do-history-help = 查看在这一步写过的代码，也可以恢复
app-do-report = 报告问题
app-do-report-help = 判定有误？写一份报告交给作者
app-do-restart-lesson = 重学本课
app-do-restart-lesson-help = 确认之后，从头开始这一课
app-do-restart-course = 重学全部
app-do-restart-course-help = 确认之后，从头开始整个课程
app-do-export = 导出
app-do-export-help = 将保存的全部内容写入一个文件
app-do-import = 导入
app-do-import-help = 读入导出的文件
app-do-settings = 设置
app-do-settings-help = 颜色、语言，以及内容保存在哪里

# 历史
history-title = 你在这一步写过的代码
history-legend = + 恢复的行   - 去掉的行
history-same = 与现在的代码相同
history-draft = 被替换的草稿
history-empty = 这里还没有内容。这一步的每次检查，以及每份被替换的草稿，都会保存在这里。
history-restore = 恢复

# 答案
solution-own = 你的代码
solution-author = 作者的代码
solution-legend = ~ 与另一边不同   + 只有这一边有
solution-foot = c 复制作者的代码   Esc 关闭
solution-copied = 已复制作者的代码。

# 重新开始
restart-lesson-sure = 从头开始“{ $title }”？
restart-course-sure = 从头开始整个课程“{ $title }”？
restart-means = 各步骤的完成标记会被取消，代码恢复为起始代码。不会删除任何内容：你的提交和草稿仍保留在各步骤的历史中。
restart-no = 取消
restart-yes = 重新开始

# 存档
transfer-export-title = 导出全部内容
transfer-export-means = 草稿、提交、完成标记和设置会写入一个文件，可以备份，也可以带到另一台机器上。
export-done = ✓ 全部内容已写入 { $path }
export-again = 再按一次 Enter 就会覆盖它。
transfer-import-title = 导入
transfer-import-means = 两份草稿以较新的为准，另一份进入历史。这里已有的内容不会丢失。
import-done = ✓ 已读入：{ $drafts } 份草稿、{ $attempts } 次提交，{ $steps } 个步骤有更新。
import-nothing = 这个文件里的内容这里都已经有了。
transfer-foot = Enter 继续   Esc 关闭
archive-exists = { $path } 已经存在。
archive-missing = 没有 { $path } 这个文件。
archive-no-file = { $path } 不是文件。
archive-unwritable = 无法写入 { $path }：{ $why }
archive-unreadable = 无法读取 { $path }：{ $why }
archive-foreign = { $path } 不是由本程序导出的文件。
archive-newer = { $path } 由更新版本的程序写入，请先升级程序再导入。
archive-broken = { $path } 已损坏，没有读入任何内容：{ $why }

# 设置
settings-title = 设置
settings-foot = Enter 更改   Esc 关闭
settings-theme = 颜色
settings-language = 语言
settings-language-now = 中文
settings-tour = 导览
settings-tour-means = 再看一遍课程介绍
settings-export = 导出
settings-export-means = 将保存的全部内容写入一个文件
settings-import = 导入
settings-import-means = 读入导出的文件
settings-restart-course = 重新开始
settings-restart-course-means = 整个课程，会先询问
theme-dark = 深色
theme-light = 浅色
theme-contrast = 高对比度
app-unsaved = 未保存

# 隐私
privacy-kept = 你写下和通过的一切都保存在本机的一个文件中：{ $path }
privacy-sealed = 不会有任何内容离开本机：课程不建立网络连接，你运行的程序也无法建立。
privacy-open = 课程本身不建立网络连接；但在这台机器上，你运行的程序可以建立。

# 判定有误的报告
dispute-title = 报告已写好
dispute-advice = 请把这个文件发给课程作者。其中有你的代码、判定结果和各程序的版本，没有你的其他信息。也可以先打开它，补充你预期的结果。
dispute-copy = 复制路径
dispute-copied = 已复制路径。
dispute-failed = 无法写入报告：{ $why }
dispute-heading = 判定有误：{ $exercise }
dispute-expected = 我预期的结果：

# 命令行
cli-progress = 显示学习进度：每一课完成的步骤、上次学习的时间和剩余的分钟数。
    子命令可以将保存的全部内容写入一个文件，或读入这样的文件。
cli-progress-export = 将保存的全部内容写入 FILE；- 表示写到标准输出。
    包括草稿及其历史、提交、完成标记和设置，格式为一个 JSON 对象。不加 --force 时不会覆盖已有的文件。
cli-progress-import = 读入 FILE 的内容，要么全部读入，要么什么都不改。
    两份草稿以较新的为准，另一份进入历史。重复导入同一个文件不会有任何变化。
cli-option-privacy = 用两行说明内容保存在哪里，以及什么会离开本机。
cli-option-force = 覆盖已有的文件。
cli-progress-total = 共 { $total } 步，已完成 { $done } 步，大约还需 { $minutes } 分钟
cli-progress-left = 还需 { $minutes } 分钟
cli-progress-never = –
