# 错误与警告的解释：`error-ID` 说明含义，`error-ID-here` 结合这一行的值说明，`error-ID-try` 建议怎么做。
# 条目在 `course/errors` 中。

error-joined = { $first }{ $second }
error-near = 这里没有 `{ $wrong }` 这个名字，最接近的是 `{ $near }`。你想写的是它吗？

error-matmul-shapes = 矩阵乘法要沿着一个共同的大小进行：左边矩阵的列数必须等于右边矩阵的行数。这里是 { $inner } 对上了 { $outer }。
error-matmul-shapes-here = `{ $left }` 的形状是 { $left-shape }，`{ $right }` 的形状是 { $right-shape }，所以 { $inner } 必须变成 { $outer }。
error-matmul-shapes-try = 在这一行之前把两个形状打印出来看看。如果左边是对的，就让这一层（或右边的矩阵）接收 { $inner } 个特征；如果右边是对的，就把左边展平或改形为 { $outer }。

error-exit-call = 程序在这里结束了自己，后面的内容无法运行，也无法检查。
error-exit-call-try = 去掉 `exit` 或 `quit`。程序执行完最后一行会自己结束。
error-input-call = 程序在等人输入，而这里没有人输入。
error-input-call-try = 不要询问，把值直接写进程序。
error-recursion = 一个函数调用了自己，被调用的又调用自己，没有尽头。
error-recursion-try = 给它一种不再调用自己而直接返回的情况，并确保每次调用都更接近这种情况。
error-blank = 程序里还留着空白 `{ $blank }`。
error-blank-try = 请在这里写上代码。
error-name = 执行到这一行时，还没有叫 `{ $name }` 的东西。名字是在赋值、定义或导入的那一行才产生的，程序从上往下执行。
error-name-try = 在这一行之前给 `{ $name }` 赋值，或导入它。如果想写的是一段文字，请加上引号。
error-no-graph = 这里没有可以求导的东西：从它出发找不到任何 `requires_grad=True` 的张量，autograd 什么也没有记录。
error-no-graph-try = 在使用之前，给要学习的张量设置 `requires_grad=True`。如果已经设置了，就找找是什么切断了通路：`detach()`、`item()`、`torch.no_grad()`，或者用数字重新创建的张量。
