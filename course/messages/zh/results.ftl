# 运行和检查之后学习者看到的内容。

# 未通过的检查，左右对照。事实的名称若是代码中的词，则保留 Python 和 PyTorch 的写法。
app-side-yours = 你的
app-side-expected = 应为
app-fact-type = 类型
app-fact-shape = shape
app-fact-dtype = dtype
app-fact-device = 设备
app-fact-length = 长度
app-fact-value = 值
app-fact-values = 各元素
app-fact-all-equal = 全部相等
app-fact-differ = { $total } 个中有 { $count } 个不同{ $most ->
    [0] {""}
   *[other] {""}，{ $most } 处相差最大
 }
app-given = 输入
app-offer-run-case = 运行这个用例
app-offer-original = 原始信息
app-offer-next = 继续
app-passed-compare = 与作者的答案对照
app-case-value = 在这个用例中，你的代码得到 { $value }
app-check-not-run = 未运行

# 通过之后完成了一课或整个课程
app-finished-lesson = “{ $lesson }”这一课完成了，共 { $steps } 步。
app-finished-next = 接下来是“{ $lesson }”。
app-finished-course = 课程的最后一步也完成了，恭喜！

# 等待
app-waiting-run = 正在运行
app-waiting-check = 正在检查
app-waiting-case = 正在运行用例
app-waiting-opening = 正在打开
app-waiting-time = { $seconds } 秒
app-waiting-limit = { $seconds } 秒，上限 { $limit } 秒

# 标签页
app-tab-checks = 检查
app-tab-error = 信息
app-tab-output = 输出
app-tab-tensors = 张量
app-tab-plot = 曲线
app-output-before = 按 F5 运行代码，输出会显示在这里。
app-tab-new = +{ $count }

# 张量和曲线
app-tensors-empty = 按 F5 运行代码，程序中的变量以及传给 `show` 的值会列在这里。
app-tensor-all = 全为 { $value }
app-tensor-range = { $low } … { $high }
app-tensor-statistics = { $low } … { $high }，平均 { $mean }
app-tensor-unknown = 元素太多，无法在这里列出。可以打印或显示其中一部分。
app-tensor-show = 显示的值
app-plot-empty = 还没有曲线。使用 `from blitz import plot`，在循环中调用 `plot(loss)`，这里就会实时画出曲线。
app-plot-unnamed = 曲线
app-plot-series = { $name }：{ $count } 个点，从 { $first } 到 { $last }，最低 { $low }，最高 { $high }

# 命令
app-do-run-case = 运行用例
app-do-run-case-help = 用未通过的用例的输入运行你的代码
app-do-original = 原始信息
app-do-original-help = 在解释下面显示或隐藏 Python、PyTorch 的原始信息
