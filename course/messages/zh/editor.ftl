# 编辑器的文字。命令的名称是 app-do-ID，说明是 app-do-ID-help。

app-saved = 代码会随输入自动保存。

# 查找和替换
app-find-query = 查找
app-find-replacement = 替换为
app-find-none = 未找到
app-find-total = 共 { $count } 处
app-find-all = 全部替换
app-find-close = 关闭
app-find-replaced = 已替换 { $count } 处。按 Ctrl+Z 撤销。

# 转到行
app-line-name = 行号
app-line-count = 共 { $count } 行
app-line-beyond = 只有 { $count } 行

# 命令
app-do-find = 查找
app-do-find-help = 在代码中查找文本，也可以替换
app-do-go-to-line = 转到行
app-do-go-to-line-help = 按行号转到某一行
app-do-move-up = 上移
app-do-move-up-help = 把所选的行向上移动
app-do-move-down = 下移
app-do-move-down-help = 把所选的行向下移动
app-do-duplicate = 复制行
app-do-duplicate-help = 在所选行的下方插入一份副本
app-do-saved = 保存
app-do-saved-help = 代码会随输入自动保存
