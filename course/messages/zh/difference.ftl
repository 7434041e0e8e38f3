# 张量与应有结果的差别：用于检查结果、全屏查看和纯文本模式。

app-side-difference = 差
app-fact-error = 误差
app-fact-nan = NaN
app-fact-inf = 无穷大
app-fact-requires_grad = requires_grad
app-fact-unlike = { $total } 个中有 { $count } 个不同，第一个在 { $first }
app-fact-error-absolute = { $error }，在 { $index }
app-fact-error-both = { $error }，在 { $index }；相对误差 { $relative }，在 { $where }
app-offer-difference = 仔细查看差别

difference-count = { $total } 个中有 { $count } 个不同
difference-shapes = 应为 { $shape }
difference-block = 每格 { $rows } × { $columns }
difference-first = 第一处在 { $index }
difference-absolute = 最大误差 { $error }，在 { $index }
difference-relative = 最大相对误差 { $error }，在 { $index }
difference-special = { $name }：你的 { $ours } 个，应为 { $theirs } 个

app-help-difference = 查看差别时
app-do-difference = 差别
app-do-difference-help = 全屏显示你的结果与应有结果的差别
app-do-look-around = 移动
app-do-look-around-help = 移动一个元素
app-do-look-far = 大幅移动
app-do-look-far-help = 移动一页，或移到一行的两端
app-do-closer = 放大
app-do-closer-help = 从符号到数值；已最大时回到全貌
app-do-farther = 缩小
app-do-farther-help = 从数值到符号，一次看到更多
app-do-differing-after = 下一处不同
app-do-differing-after-help = 跳到下一个不同的元素，可跨切片
app-do-differing-before = 上一处不同
app-do-differing-before-help = 跳到上一个不同的元素
app-do-slice-after = 下一切片
app-do-slice-after-help = 跳到三维及以上张量的下一个切片，或大张量的下一部分
app-do-slice-before = 上一切片
app-do-slice-before-help = 跳到上一个切片或部分
app-do-leave-difference = 返回
app-do-leave-difference-help = 回到课程

plain-difference-count = { $total } 个元素中有 { $count } 个不同。
plain-difference-told = { $told }。
plain-difference-element = 在 { $index }：你的 { $ours }，应为 { $theirs }，差 { $error }。
