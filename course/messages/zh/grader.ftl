# 评分程序的话。NAME 是学习者所用的名字；ACTUAL 与 EXPECTED 是数值、类型或形状。

# 差异
grader-undefined = { $name } 没有定义。
grader-unfinished = { $name } 还是 `...`：请在这里写上代码。
grader-type = { $name } 的类型是 { $actual }，应为 { $expected }。
grader-none = { $name } 是 None，应为 { $expected }。是不是把结果打印出来而没有返回，或者用了一个只修改对象、不返回值的方法？
grader-no-tensor = { $name } 的类型是 { $actual }，应为 Tensor。可以用 `torch.as_tensor` 把它变成张量。
grader-not-callable = { $name } 的类型是 { $actual }，不能被调用；这里应为函数或类。
grader-shape = { $name } 的形状是 { $actual }，应为 { $expected }。
grader-dtype = { $name } 的 dtype 是 { $actual }，应为 { $expected }。
grader-device = { $name } 在 { $actual } 上，应在 { $expected } 上。
grader-value = { $name } 是 { $actual }，应为 { $expected }。
grader-values = { $name }：{ $total } 个值中有 { $count } 个不同，相差最大的在 { $index }：{ $actual }，应为 { $expected }。
grader-finite = { $name } 在不该出现的地方出现了 NaN 或无穷大，或者正好相反。{ $index } 处是 { $actual }，应为 { $expected }。
grader-length = { $name } 的长度是 { $actual }，应为 { $expected }。
grader-key-missing = { $name } 缺少键 { $entry }。
grader-key-extra = { $name } 多了一个键：{ $entry }。
grader-requires-grad = { $name }.requires_grad 是 { $actual }，应为 { $expected }。{ $actual ->
    [False] {""}它是不是被 detach 了，或是在 `torch.no_grad` 下创建的？
   *[other] {""}
 }
grader-is-leaf = { $name }.is_leaf 是 { $actual }，应为 { $expected }。
grader-grad-missing = { $name }.grad 是 None，这里应该有梯度。
grader-grad-unexpected = { $name }.grad 里有梯度，应为 None。
grader-strides = { $name } 的步长是 { $actual }，应为 { $expected }。
grader-shares = { $name } 与 { $other } 共享内存；它应该有自己的内存。
grader-does-not-share = { $name } 没有与 { $other } 共享内存；它们应该共享。
grader-input-changed = 输入 { $name } 被改动了；它应该保持原样。
grader-module-parameters = { $name } 的参数是 { $actual }，应为 { $expected }。
grader-module-buffers = { $name } 的缓冲区是 { $actual }，应为 { $expected }。
grader-trainable = { $name }.requires_grad 应为 { $expected }。
grader-training = { $name }.training 应为 { $expected }。
grader-raised = { $name } { $line ->
    [0] {""}
   *[other] 在你的第 { $line } 行
 }抛出了 { $type }：{ $message }
grader-raised-memory = { $name } 申请的内存超过了允许的上限{ $line ->
    [0] 。
   *[other] ，位置在你的第 { $line } 行。
 }
grader-not-raised = { $name } 没有抛出异常，应抛出 { $expected }。
grader-exception = { $name } 抛出了 { $actual }（{ $message }），应抛出 { $expected }。
grader-condition = { $name }：结果不符合要求。
grader-hidden = { $name } 没有通过。它的输入不公开。
grader-printed-nothing = { $name }：什么也没有打印。
grader-lines = { $name }：打印了 { $actual } 行，应为 { $expected } 行。
grader-line = { $name }：第 { $line } 行是“{ $actual }”，应为“{ $expected }”。
grader-too-large = { $name } 太大，无法比较（超过 { $limit } 个元素，或字节数过多）。
grader-answers-too-large = { $name } 太大，与之前的结果放在一起已经存不下：一个程序中供检查的全部结果合计最多 { $limit } MiB。
grader-unobservable = { $name } 无法从外部查看：是稀疏、量化或其他特殊的张量吗？
grader-forbid = 这里不能使用 { $name }{ $line ->
    [0] {""}
   *[other] （第 { $line } 行）
 }。
grader-require = 这里必须使用 { $name }。
grader-skipped = 已跳过，因为“{ $name }”没有通过。
grader-other-device = 在 { $device } 上不适用。

# 运行的结局
grader-unfinished-line = 第 { $line } 行还是 `...`：请在这里写上代码。
grader-timeout = 运行 { $seconds } 秒后被终止{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }是不是有一个永不结束的循环？
grader-printing = 运行 { $seconds } 秒后被终止：程序已经打印了 { $count } 个字符，还没有结束{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }
grader-waiting = 运行 { $seconds } 秒后被终止{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }程序没有在计算，而是在等待：是在等锁、线程、进程，还是在休眠？
grader-memory = 已终止：程序申请的内存超过了允许的 { $limit } MiB。
grader-excess-memory = 已终止：程序的所有进程合计占用的内存超过了允许的 { $limit } MiB{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }
grader-excess-processes = 已终止：程序同时运行的进程超过了允许的 { $limit } 个{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }是不是有一个循环在不断启动进程？
grader-excess-threads = 已终止：程序同时运行的线程超过了允许的 { $limit } 个{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }是不是有一个循环在不断启动线程？
grader-file-size = 程序写的一个文件超过了单个文件允许的大小，写入在那里中断{ $line ->
    [0] 。
   *[other] （第 { $line } 行）。
 }
grader-excess-scratch = 已终止：程序写的文件合计超过了允许的 { $limit } MiB，或者数量太多{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }
grader-excess-output = 已终止：程序输出的内容超过了允许的 { $limit } MiB{ $line ->
    [0] 。
   *[other] ，当时正在执行第 { $line } 行。
 }是不是有一个永不结束的循环？
grader-exited = 程序在检查之前自行退出，退出码为 { $code }。
grader-hidden-end = 在一项不公开输入的检查中，程序自行退出或崩溃了。
grader-signal = 程序崩溃了（{ $signal }）{ $line ->
    [0] 。
   *[other] ，位置在第 { $line } 行。
 }
grader-killed = 程序被信号 { $signal } 终止{ $line ->
    [0] {""}
   *[other] ，位置在第 { $line } 行
 }；信号来自程序自己或系统。
grader-syntax = Python 读不懂这段代码{ $line ->
    [0] {""}
   *[other] （第 { $line } 行）
 }：{ $why }。
grader-unparsable = Python 完全无法读取这个程序：嵌套太深了。

# 不是学习者的错
grader-given-fault = 这道练习有问题：它给出的 `{ $name }` 出错了（{ $why }）。这不是你的错。
grader-setup-fault = 这道练习有问题：它的准备代码出错了（{ $why }）。这不是你的错。
grader-solution-fault = 这道练习有问题：它的参考答案在第 { $line } 行出错了（{ $why }）。这不是你的错。
grader-solution-does-not-raise = 这道练习有问题：在“{ $name }”中它的参考答案没有抛出异常。这不是你的错。
grader-probe-fault = 这道练习有问题：检查“{ $name }”在参考答案上出错了（{ $why }）。这不是你的错。
grader-condition-fault = 这道练习有问题：条件 `{ $name }` 出错了（{ $why }）。这不是你的错。
grader-author-died = 练习自带的代码没有正常结束（{ $why }）。这不是你的错。
grader-author-excess = 这道练习有问题：它自己的代码占用过多。{ $why }这不是你的错。
grader-worker-fault = 评分程序自己出错了，这不是你的错。{ $fault }
grader-wire = 无法读取程序的回答（{ $why }）。
grader-judge-died = 比较没有正常结束。这不是你的错。
grader-host-died = 评分程序无法启动：{ $why }
grader-host-slow = 评分程序在 { $seconds } 秒内没有启动。torch 安装好了吗？这台机器是不是很忙？
grader-no-isolation = 这里无法使用“{ $level }”这一级隔离：{ $why }
grader-no-windows = 程序不能直接在 Windows 上运行和检查；请在 WSL（适用于 Linux 的 Windows 子系统）中安装并启动课程。
grader-no-device = 这里无法使用设备 { $device }。
grader-host-lost = 评分程序的进程中途结束了。请再试一次；这不是你的错。
grader-closed = 评分程序已经关闭。
grader-garbled = 程序干扰了对它自己的检查：无法读取关于它的回答。

# 答案正确，但不是 PyTorch 的惯用写法
grader-idiom-calls = 答案正确。第 { $line } 行的循环逐个处理张量的元素；作者的答案没有循环，而是对整个张量使用 { $calls }。
grader-idiom-whole = 答案正确。第 { $line } 行的循环逐个处理张量的元素；同样的运算可以直接作用于整个张量，不需要循环。
