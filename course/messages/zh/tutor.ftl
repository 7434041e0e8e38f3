# 导师对错误结果的评语：它与期望结果是什么关系，该看哪里；从不给出答案。

# 元素去了哪里
tutor-transposed = 你的结果是期望结果的转置：你的行就是应有的列。看看每个运算沿哪个维度进行，以及乘积中因子的先后。
tutor-permuted = 你的结果与期望结果只是维度顺序不同：你得到的是 `expected.permute{ $axes }`。逐个说出每个维度数的是什么，它该在第几位。
tutor-reversed = 你的结果与期望结果顺序相反。看看从哪里数起、往哪个方向数。
tutor-reversed-along = 你的结果沿第 { $dim } 维与期望结果顺序相反。看看在这一维上取出或放入的先后。
tutor-reversed-all = 你的结果在每一维上都与期望结果顺序相反。看看取出或放入的先后。
tutor-rolled = 你的结果是期望结果沿第 { $dim } 维滚动了 { $by } 位：元素一个不少，只是都挪了位置。看看你的下标，以及一端移出、另一端补进的是什么。
tutor-squeezed = 元素都对，只是少了 { $count } 个大小为 1 的维度：你的形状是 `{ $actual }`，应为 `{ $expected }`。找找是什么去掉了维度：下标、归约，还是 `squeeze`。
tutor-unsqueezed = 元素都对，只是多了 { $count } 个大小为 1 的维度：你的形状是 `{ $actual }`，应为 `{ $expected }`。找找是什么保留或添加了维度。
tutor-flattened = 元素和顺序都对，只是排成了一行：你的形状是 `{ $actual }`，应为 `{ $expected }`。找找是哪一步丢掉了维度。
tutor-reshaped = 元素和顺序都对，只是形状是 `{ $actual }`，而不是 `{ $expected }`。逐个说出每个维度应该数的是什么。
tutor-other-order = 元素一个不少，只是读取的顺序不同：本该逐行却逐列，或者反过来。只改形状并不会交换维度；看看你是怎样从一个形状到另一个形状的。
tutor-table = 你的结果是一张 { $size } × { $size } 的表，它的对角线才是期望结果：每个元素都与所有元素配了对。两个形状不同的运算对象互相广播了；把两者的形状都打印出来看看。

# 算了什么
tutor-negated = 你的结果与期望结果符号相反。看看是谁减去了谁。
tutor-inverted = 该为假的地方你恰好得到真，反之亦然。看看比较的方向，或者是否漏了、多了一个否定。
tutor-zeros-for-ones = 该是 1 的地方你恰好是 0，该是 0 的地方恰好是 1。看看你先填的是哪一个，后放进去的又是哪一个。
tutor-counted-once = 你的数与期望的数相同，只是都不超过 1。写 `x[index] += 1` 时，重复出现的下标只算一次：所有位置是一起读出、加一、再写回的。找一个会逐个计数或累加的函数。
tutor-truncated = 你的数是期望的数去掉了小数部分。找找需要小数却用了整数的地方：`//`、`int(...)` 或整数 dtype。
tutor-floored = 你的数是期望的数向下取整。找找需要小数却用了 `//` 或 `floor` 的地方。
tutor-rounded = 你的数是期望的数四舍五入成了整数。找找是哪一步过早取整。
tutor-absolute = 你的数是期望的数去掉了符号。找找符号在哪里丢了：`abs`、先平方再开方，还是范数。
tutor-squared = 你的数是期望的数的平方。找找是否漏了开方，或者多了平方。
tutor-rooted = 你的数是期望的数的平方根。找找是否多了开方，或者漏了平方。
tutor-exponential = 你的数是期望的数取了 `exp`。想想这里要的是对数，还是取对数之前的数。
tutor-logarithm = 你的数是期望的数取了 `log`。想想这里要的是对数，还是对数所代表的数。
tutor-reciprocal = 你的数是期望的数的倒数。看看除法两边是否放反了。
tutor-sum-for-mean = 你的数是期望的数的 `{ $where }` = { $size } 倍：本该求平均却求了和，就会这样。
tutor-mean-for-sum = 你的数是期望的数除以 `{ $where }` = { $size }：本该求和却求了平均，就会这样。
tutor-n-minus-one = 你的数是期望的数乘以 n / (n − 1)，n = `{ $where }` = { $size }。看看除以的是什么：除以 n − 1 的方差经过校正，除以 n 的没有。
tutor-n = 你的数是期望的数乘以 (n − 1) / n，n = `{ $where }` = { $size }。看看除以的是什么：除以 n − 1 的方差经过校正，除以 n 的没有。
tutor-n-minus-one-root = 你的数是期望的数乘以 n / (n − 1) 的平方根，n = `{ $where }` = { $size }。看看根号下的方差除以的是 n − 1 还是 n。
tutor-n-root = 你的数是期望的数乘以 (n − 1) / n 的平方根，n = `{ $where }` = { $size }。看看根号下的方差除以的是 n − 1 还是 n。
tutor-times-root = 你的数是期望的数乘以 `{ $where }` = { $size } 的平方根。看看用来保持尺度的那个因子。
tutor-over-root = 你的数是期望的数除以 `{ $where }` = { $size } 的平方根。看看用来保持尺度的那个因子。
tutor-scaled = 你的数全都是期望的数的 { $factor } 倍。找找是否漏了或多了一个因子。
tutor-shifted = 你的数全都比期望的数大 { $by }。找找是否多加了或漏减了一个常数。
tutor-shifted-down = 你的数全都比期望的数小 { $by }。找找是否多减了或漏加了一个常数。
tutor-overflow = 有 { $count } 个元素是无穷大或 NaN，而应有的值是有限的；其余都对。如果不是你自己放进去的，就是中途有数变得太大，或者除以了零。看看那里的 `exp`、`log` 和 `/` 得到了什么，再想想怎样改写，让中间的数不会变得太大。

tutor-uninitialised = 你的数里有一些只是内存中原有的内容：`{ $name }` 只分配内存、并不写入，而之后没有给每个元素都赋值。

# 数值之外
tutor-type-only = 数值都对，只是装它们的东西不对：应该是{ $expected ->
    [tensor] 张量
    [ndarray] NumPy 数组
    [list] 列表
    [tuple] 元组
    [int] 整数 int
    [float] 小数 float
    [bool] 布尔值 bool
   *[other] 另一种值
 }，而你给的是{ $actual ->
    [tensor] 张量
    [ndarray] NumPy 数组
    [list] 列表
    [tuple] 元组
    [int] 整数 int
    [float] 小数 float
    [bool] 布尔值 bool
   *[other] 另一种值
 }。看看是什么把一种变成了另一种：`item`、`tolist`、`numpy`、`float`、`torch.tensor`；几个张量合成一个用 `torch.stack`。
tutor-dtype-only = 数值都对，只有 dtype 不对：是 `{ $actual }`，应为 `{ $expected }`。看看元素的 dtype 是在哪里定下的。
tutor-device-only = 数值都对，只有设备不对：在 `{ $actual }`，应在 `{ $expected }`。看看张量在哪里创建、在哪里搬动。
tutor-detached = 数值都对，但已经与计算图断开：梯度无法从这里传回。找找 `detach`、`no_grad`、`item`、`.data`，或者用数值重新创建的张量。
tutor-tracked = 数值都对，但 autograd 仍在跟踪它，而这里并不需要。看看哪些运算应当在计算图之外进行。
tutor-accumulated = 梯度是期望梯度的 { $times } 倍。要么 `backward` 运行了 { $times } 次而旧的梯度没有清零，要么差了一个因子，例如该求平均却求了和。
tutor-view-for-copy = 你的结果与输入共用内存：改动一个，另一个也会变。这里需要一个独立的结果。
tutor-copy-for-view = 你的结果有自己的内存；这里需要与输入共用内存，使改动一个时另一个也随之改变。
tutor-changed-in-place = 你的程序改动了输入。找找以 `_` 结尾的运算、`+=` 之类，以及对下标的赋值。
tutor-input-returned = 你的结果就是原样的 `{ $input }`。看看你返回或绑定的是否就是算出来的东西。
tutor-none-printed = 正确的值打印出来了，但结果是 `None`：打印只是给人看，并不会把值交出去。看看你的函数返回了什么。

# 在哪里是对的
tutor-square-only = 行数与列数相等时是对的，其他情况都不对。看看各处用的是哪个维度：方阵里分不出它们。
tutor-first-only = { $cases } 个用例中只有第一个是对的。找找有没有只适合那个用例的大小或数值，写成了数字，而它本该由输入得出。

# 只改学习者自己程序里的一处就能对：改成什么，不说
near-changed = 差一点就对了：这一行有一处不是题目要的，就是 `{ $found }`。换成别的，这项检查就全部通过。
near-dropped = 差一点就对了，只是这一行多了一样东西：`{ $found }`。去掉它，这项检查就全部通过。
near-missing = 差一点就对了，只是这一行少了一步：对 `{ $found }` 还要再做点什么。补上以后，这项检查就全部通过。
near-added = 差一点就对了，只是这一行少了一样东西。补上它，这项检查就全部通过。
near-returned = 要的东西已经有了：`{ $found }`。看看你的程序后来拿它做了什么，最后交出去的又是什么。
near-moved = 每一步都有，只是这一步的时机不对：`{ $found }`。按运行的先后把各行走一遍：什么要在前，要做几次，在什么时候？
near-brackets = 差一点就对了，只是这一行运算的先后（括号）不对：`{ $found }`。先算哪一个？由括号来决定。
near-kept = 这一行算出了结果，随后就丢掉了：`{ $found }`。这个调用返回结果，被调用的对象本身不变；要把它返回的结果保存下来。
near-exchanged = 差一点就对了，只是有两样东西放反了：`{ $found }`。它们各是做什么用的？
near-step = 差一点就对了，只是这一行之前少了一步。在它之前，有什么是每次都要重新做、或者只要做一次的？
near-name = 差一点就对了，只是这一行要用的名字不是 `{ $found }`。你的每个名字在这里代表什么？
near-two = { $what ->
    [added] 有两处使这项检查通不过。第一处：这一行少了一样东西。补上以后，还剩第二处。
    [missing] 有两处使这项检查通不过。第一处：这一行对 `{ $found }` 还要再做点什么。做了以后，还剩第二处。
    [dropped] 有两处使这项检查通不过。第一处：这一行的 `{ $found }` 是多余的。去掉以后，还剩第二处。
   *[changed] 有两处使这项检查通不过。第一处：这一行的 `{ $found }` 还不是题目要的。改对以后，还剩第二处。
 }

# 不知道是怎么来的，只说事实
fact-constant = 不管输入是什么，你的结果在全部 { $cases } 个例子里都一样。找找程序里写死的、本该来自输入的数和大小。
fact-unused = `{ $function }` 接收了 `{ $name }`，却没有用到它的值。它是做什么用的？
fact-shape = 你的结果在每个例子里的形状都是 `{ $actual }`，应为 `{ $expected }`。逐个说出每个维度数的是什么，再一行一行地跟着形状走一遍。
fact-none = 你的结果是 `None`，或者里面有 `None`，而这里应该有值。没有 `return` 的函数会给出它，只做改动或只做显示的函数也会：`backward`、`append`、`print`。梯度还没有到达的张量，`.grad` 也是 `None`。
fact-nan = 你有 { $count } 个元素是 NaN，也就是“不是数”。对负数取 `log` 或 `sqrt`、0 / 0、无穷减无穷都会得到它，然后它会一路传开。把送进这些运算的值打印出来看看。
fact-infinite = 你有 { $count } 个元素是无穷大。除以 0、对 0 取 `log`、对很大的数取 `exp` 都会得到它。把送进这些运算的值打印出来看看。
fact-one-of = 题目要把 { $count } 个部分一起交出去，你的结果只是其中位置 { $position } 上的那一个。看看还有什么要一起交。
fact-among = 你一起交出了 { $count } 个部分，正确的值是其中位置 { $position } 上的那一个。看看你的最后一步返回的是什么。
fact-picked = 从 `{ $input }` 里取元素，这没有错，但取错了地方。结果的 `{ $place }` 处是 `{ $input }{ $actual }`，应该是 `{ $input }{ $expected }`。哪个下标管的是哪个维度？
fact-shuffled = 元素一个不差，只是次序不对。看看你按什么次序取出它们，又按什么次序放下。
fact-too-many = 该有的元素都有，只是多了 { $count } 个。看看哪些本该去掉，哪些本该合在一起。
fact-too-few = 你的每个元素都对，只是少了 { $count } 个。看看它们是在哪一步丢掉的。
fact-wrong-first = 你的结果只在第 { $dim } 维的第一个位置上不对，其余都对。那里有什么特别？
fact-wrong-last = 你的结果只在第 { $dim } 维的最后一个位置上不对，其余都对。那里有什么特别？
fact-wrong-ends = 你的结果只在第 { $dim } 维的两端不对，其余都对。那里有什么特别？
fact-wrong-diagonal = 你的结果只在对角线上不对，其余都对。那里有什么特别？
fact-wrong-above = 你的结果只在对角线上方不对，其余都对。那里有什么特别？
fact-wrong-below = 你的结果只在对角线下方不对，其余都对。那里有什么特别？
fact-wrong-where-negative = 你的结果只在 `{ $input }` 为负的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-wrong-where-zero = 你的结果只在 `{ $input }` 为 0 的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-wrong-where-positive = 你的结果只在 `{ $input }` 为正的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-wrong-zero = 你的结果只在应为 0 的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-wrong-negative = 你的结果只在应为负数的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-wrong-positive = 你的结果只在应为正数的地方不对。挑一个这样的元素，跟着你的程序一行一行走一遍。
fact-sums-to-one = 期望结果沿第 { $dim } 维的元素加起来都是 1；{ $yours ->
    [-1] 你的结果 { $lines } 处里只有 { $right } 处是这样。
   *[other] 你的结果却是沿第 { $yours } 维加起来是 1。
 }看看你除以的是什么，它又是沿哪一维加起来的。
fact-exp-sums-to-one = 期望结果是概率的对数：取 `exp` 后，沿第 { $dim } 维加起来是 1。{ $yours ->
    [-1] 你的结果 { $lines } 处里只有 { $right } 处是这样。
   *[other] 你的结果却是沿第 { $yours } 维加起来是 1。
 }
fact-mean-zero = 期望结果沿第 { $dim } 维的平均值是 0；{ $yours ->
    [-1] 你的结果 { $lines } 处里只有 { $right } 处是这样。
   *[other] 你的结果却是沿第 { $yours } 维的平均值是 0。
 }看看你减去的是什么，它又是沿哪一维平均的。
fact-norm-one = 期望结果沿第 { $dim } 维的长度（平方和的平方根）都是 1；{ $yours ->
    [-1] 你的结果 { $lines } 处里只有 { $right } 处是这样。
   *[other] 你的结果却是沿第 { $yours } 维的长度是 1。
 }看看你除以的是什么。
