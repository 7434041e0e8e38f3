# 评分程序关于解释器、以及单独重跑某个用例所说的话。

interpreter-lost = 解释器已经结束，其中的内容都没有了。请重新启动一个。
interpreter-exited = 代码{ $line ->
    [0] {""}
   *[other] 在第 { $line } 行
 }结束了解释器，其中的内容都没有了。
interpreter-killed = 中断之后代码没有停下来，只好结束解释器，其中的内容都没有了。

grader-case-stale = 这个用例属于这道练习的另一个版本。请重新检查一次程序。
grader-case-hidden = “{ $name }”不公开输入，因此不能单独运行。
grader-case-none = 没有这个用例。请重新检查一次程序。
