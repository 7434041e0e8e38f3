# 当答案恰好等于“解答出了一处差错”的结果时，导师说的话：mutant-KIND。只说学习者的程序做了什么，不说正确写法。
# INSTEAD 是学习者写的运算；WHAT 是 changed（改了）、dropped（少了）或 added（多了）。

mutant-dim = { $what ->
    [dropped] 这是不指定维度的结果：所有元素被放在一起处理，或者调用被拒绝。
   *[changed] 这是 `{ $instead }` 的结果。每一维数的是什么？这一步该沿哪一维进行？
 }
mutant-keepdim = { $what ->
    [dropped] 被归约的那一维在这里消失了，所以结果和原来的张量对不齐了。
   *[added] 被归约的那一维在这里保留了下来，长度为 1。
 }
mutant-reduction = 这是 `{ $instead }` 的结果。这些元素真的该这样归约吗？
mutant-pair = { $what ->
    [dropped] 指定维度时，`max`、`min`、`sort` 会给出两样东西：值和下标。这里得到的是这一对。
   *[changed] 在值和下标这一对里，这是 `{ $instead }`。
 }
mutant-product = 这是 `{ $instead }` 的结果。`@` 是行乘列再求和；`*` 是逐元素相乘，不求和。
mutant-rearranged = { $instead ->
    [reshape] 形状对了，但元素只是按原来的顺序读出来，重新切成了行；行和列并没有互换。
   *[other] 这里行和列互换了，元素不再按原来的顺序排列。
 }
mutant-transposed = { $what ->
    [dropped] 这是各维保持原来顺序的结果。这里需要的是什么顺序？
   *[added] 这是各维交换了位置的结果。这里需要的是什么顺序？
 }
mutant-joined = 这是 `{ $instead }` 的结果。题目要的是新增一维，还是把某一维接长？是哪一维？
mutant-dtype = { $what ->
    [dropped] 这是没有指定 dtype、由 torch 自己选择的结果。
   *[changed] 这是 `{ $instead }` 的结果。
 }
mutant-tensor-class = 这是大写的 `torch.Tensor` 的结果：它总是给出 32 位浮点数；只给一个整数时，得到的是那么长的未初始化张量。
mutant-device = 创建这个张量时没有指定设备，所以它在默认设备上。
mutant-inherited = 这是 `{ $instead }` 的结果。dtype 和设备本该来自另一个张量，而它对那个张量一无所知。
mutant-filled = 这是 `{ $instead }` 的结果。
mutant-normalised-twice = 分数在进入损失函数之前先经过了 `{ $instead }`。这个损失函数内部已经做了这一步，所以这里做了两次。
mutant-zero-grad = { $what ->
    [dropped] 这里的梯度从不清零，所以每次 `backward` 都会累加到之前留下的梯度上。
   *[changed] 这里在 `backward` 之后、`step` 之前把梯度清零了，所以更新时已经没有梯度可用。
 }
mutant-mode = { $what ->
    [dropped] 模型在这里停留在原来的模式。Dropout 和批归一化在训练和评估时的行为不同。
   *[changed] 模型在这里处于 `{ $instead }()` 的模式。
 }
mutant-detached = { $what ->
    [dropped] 这里计算图一直在记录，没有什么把这一部分排除在外。
   *[added] 这里的结果已经脱离计算图，梯度传不回来。
 }
mutant-requires-grad = 这个张量不记录梯度：创建它时没有要求记录。
mutant-in-place = 这是 `{ $instead }` 的结果。`+=` 和名字以下划线结尾的方法改动张量本身，所有引用它的地方都会看到；`=` 和其他方法则产生新张量。
mutant-super-init = 这个类没有调用 `super().__init__()`，所以 `nn.Module` 还没有准备好接收层和参数。
mutant-module-list = 这些层放在普通列表里，`nn.Module` 不会去看列表内部，它们的参数没有注册。
mutant-correction = 这是默认修正的结果，也就是除以 n - 1。
mutant-seed = 每次运行得到的数都不同，因为抽取之前没有设置种子。
mutant-printed = 结果在这里只是打印出来，随后就没有了：函数本身返回 `None`。
mutant-lost-result = `{ $instead }` 返回结果，张量本身不变；而这里没有保存它的返回值。
mutant-early-return = 这是第一轮循环之后的结果：`return` 写在循环里面，循环到此就结束了。
mutant-sign = { $what ->
    [dropped] 这是少了负号的结果。
   *[changed] 这里用了 `{ $instead }`，才得到这个结果。方向对吗？
 }
mutant-function = { $what ->
    [dropped] 这是有一个函数始终没有用上的结果。把题目的步骤再过一遍：少了哪一步？
   *[changed] 这是 `{ $instead }` 的结果。
 }
mutant-off-by-one = 差了一个：这是 `{ $instead }` 的结果。看看第一个和最后一个分别是哪一个。
mutant-comparison = 这是用 `{ $instead }` 比较的结果。想想另一边，以及两者相等的情况。
mutant-squeezed = 这是没有增加或去掉长度为 1 的那一维的结果；与另一个张量相遇时，广播会把这一维扩展开。
mutant-reshaped = 这是形状保持不变的结果。
mutant-size-order = 这是大小为 `{ $instead }` 的结果。行和列，哪个在前？
mutant-order = 各部分都对，但顺序是 `{ $instead }`。
mutant-factor = 这是漏掉了一个因子、除数或指数的结果。把公式逐项对照一下。
mutant-term = 这是和式里漏掉了一项的结果。把公式逐项对照一下。
mutant-operator = 这里用了 `{ $instead }`，才得到这个结果。
mutant-conversion = 这是少了一步转换的结果。看看题目要的是什么类型、dtype 和设备，要不要一份副本。
mutant-statement = 这是有一步始终没有执行的结果。按顺序把题目的步骤再过一遍。
mutant-constant = 这是 `{ $instead }` 的结果。再看看这个值。
mutant-unfilled = 这是往没有清零的内存里累加的结果：`{ $instead }` 给出的内存里是原先残留的内容，而这里需要的是 0。
mutant-copied = 这里没有复制：两个名字指的是同一块内存，通过其中一个改动，另一个也会变。要副本，用 `clone()`。
mutant-number = 这还是一个张量，不是普通的数；如果记录了梯度，它会让计算图一直留在内存里。用 `item()` 才能取出数来。
mutant-hidden-edit = 通过 `.data` 修改会瞒过 autograd：数值变了，梯度却仍按修改之前的数值来算。
mutant-family = 这是 `{ $instead }` 的结果。对照题目，看看它算的是不是要的东西。
mutant-forgotten = 这是有一个参数用了默认值的结果。看看这个调用有哪些参数。
mutant-end = 这是切片 `{ $instead }` 取到的内容。看看它从哪里开始，到哪里结束。
mutant-axis = 这里索引的是第一维，而不是题目要的那一维。
mutant-exchanged = 这是两样东西前后颠倒的结果：`{ $instead }`。
mutant-layer = 这是少了一层的结果。跟着数据一层一层走一遍：少了哪一层？
mutant-filter = 这是不管是否符合题目的条件、每一项都算进去的结果。哪些项应该排除在外？
mutant-bound = 这是 `{ $instead }` 的结果。要截掉的是哪一边？
