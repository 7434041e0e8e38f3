# 错误与警告的解释：`error-ID` 说明含义，`error-ID-here` 结合这一行的值说明，`error-ID-try` 建议怎么做。
# 条目在 `course/errors` 中。

error-joined = { $first }{ $second }
error-near = 这里没有 `{ $wrong }` 这个名字，最接近的是 `{ $near }`。你想写的是它吗？

# 大小对不上。

error-matmul-shapes = 矩阵乘法要沿着一个共同的大小进行：左边矩阵的列数必须等于右边矩阵的行数。这里是 { $inner } 对上了 { $outer }。
error-matmul-shapes-here = `{ $left }` 的形状是 { $left-shape }，`{ $right }` 的形状是 { $right-shape }，所以 { $inner } 必须变成 { $outer }。
error-matmul-shapes-try = 在这一行之前把两个形状打印出来看看。如果左边是对的，就让这一层（或右边的矩阵）接收 { $inner } 个特征；如果右边是对的，就把左边展平或改形为 { $outer }。
error-matrix-vector = 矩阵乘向量时，每一行都要与向量逐个相乘，所以向量必须和一行一样长：需要 { $columns } 个数，而不是 { $size } 个。
error-matrix-vector-here = `{ $matrix }` 的形状是 { $matrix-shape }，`{ $vector }` 的形状是 { $vector-shape }。
error-matrix-vector-try = 让向量有 { $columns } 个元素；如果本来想用矩阵的列，就先把矩阵转置。
error-dot-lengths = 两个向量相乘要把元素一一配对，所以长度必须相同。这里一个是 { $first }，另一个是 { $second }。
error-dot-lengths-here = `{ $left }` 有 { $first } 个元素，`{ $right }` 有 { $second } 个。
error-dot-lengths-try = 看看是哪一个多了或少了元素。如果想要所有元素两两相乘，用 `torch.outer`。
error-dot-matrix = `dot` 只用于两个向量，这里却是 { $first } 维张量和 { $second } 维张量。
error-dot-matrix-try = 改用 `@`，它既能处理向量，也能处理矩阵。
error-not-a-matrix = `mm` 只做两个矩阵的乘法，也就是恰好二维的张量，而且不会广播。
error-not-a-matrix-try = 改用 `@`（即 `torch.matmul`），它也接受向量和成批的矩阵。
error-only-a-matrix = `{ $call }` 只处理单个矩阵，而这里有 { $dims } 维。它不会自己去逐个处理一批矩阵。
error-only-a-matrix-try = 找一个能指定两个维度、其余维度不动的函数，例如 `diagonal(dim1=1, dim2=2)`；或者把矩阵一个一个取出来处理。
error-at-least-a-matrix = `{ $call }` 要的是一个矩阵或一批矩阵：至少要有两维。
error-at-least-a-matrix-try = 在这一行之前打印形状。可能是前面某一步去掉了一维，也可能要用 `unsqueeze` 加上一维。
error-not-square = 只有方阵才有逆、特征值和行列式；这个矩阵是 { $rows } 行 { $columns } 列。
error-not-square-try = 想想该用哪一个乘积：`x.T @ x` 和 `x @ x.T` 都是方阵。方程比未知数多时，用 `torch.linalg.lstsq`。
error-solve-shapes = `solve` 要求右边的行数与矩阵的行数相同：`A` 是 { $left }，右边是 { $right }。
error-solve-shapes-try = 在这一行之前打印两个形状。右边应是一个向量，`A` 的每一行对应一个数；或者是行数相同的矩阵。
error-batch-matmul-rank = `bmm` 做成批的矩阵乘法：两个张量都必须是三维的，第一维是矩阵的个数。
error-batch-matmul-rank-try = 单个矩阵请用 `@`，或者用 `unsqueeze(0)` 加上大小为 1 的批次维。
error-batch-matmul = 成批的矩阵乘法里，每个右矩阵的行数必须等于左矩阵的列数。右边的批次和行数应为 { $wanted }，实际是 { $got }。
error-batch-matmul-try = 比较左边的最后一个大小和右边的倒数第二个大小。常常是有一边需要 `transpose(-1, -2)`。
error-broadcast = 逐元素运算要求形状对得上：从右往左对齐，每一对大小要么相等，要么其中一个是 1 或不存在。在第 { $dim } 维，{ $first } 对上了 { $second }。
error-broadcast-here = `{ $left }` 的形状是 { $left-shape }，`{ $right }` 的形状是 { $right-shape }。
error-broadcast-try = 看看哪一边的大小出乎意料。缺少的维可以用 `unsqueeze` 补上大小 1，`sum`、`mean` 之后用 `keepdim=True` 保留它。
error-inplace-grows = 原地操作（带 `_` 的方法，或 `+=`）写进已有的内存，不能把它变大。结果的形状会是 ({ $result })，而这里只有 ({ $target }) 的位置。
error-inplace-grows-try = 去掉 `_`，写成 `x = x + y`，让结果有自己的内存；或者看看另一个张量是不是本该更小。
error-view-strides = `view` 不移动数据，只给同一块内存换一个形状。转置或 `permute` 之后，元素在内存中的顺序已经不符合要求了。
error-view-strides-try = 用 `reshape`，它会在必要时复制；或者用 `contiguous().view(...)`。
error-reshape-count = 换形状时元素个数必须不变。这里有 { $count } 个元素，而 ({ $wanted }) 的各个大小相乘得不到这个数。
error-reshape-count-here = `{ $from }` 的形状是 { $from-shape }。
error-reshape-count-try = 选择乘积为 { $count } 的大小，或者把其中一个写成 -1，由 PyTorch 算出。在网络里，这往往说明展平后的大小是猜的。
error-reshape-two-unknown = -1 表示“剩下多少就是多少”，只有一个大小可以这样推算。
error-reshape-two-unknown-try = 只保留一个 -1，其他大小写成数字。
error-stack-sizes = `stack` 把张量沿一个新的维并排放好，所以形状必须全部相同。第 0 个是 ({ $first })，第 { $entry } 个是 ({ $other })。
error-stack-sizes-try = 如果想沿已有的维拼接，用 `torch.cat`。在 DataLoader 中，请把样本填充或裁剪到同样大小。
error-cat-sizes = `cat` 沿第 { $dim } 维拼接，其他各维必须一致。第 { $number } 个张量在那里是 { $got }，第一个却是 { $wanted }。
error-cat-sizes-try = 也许想要的是另一个 `dim`：`dim=0` 把行接在行下面，`dim=1` 把列接在列旁边。
error-cat-ranks = `cat` 只拼接维数相同的张量，这里一个是 { $first } 维，另一个是 { $second } 维。它不会自动加上一维。
error-cat-ranks-try = 用 `unsqueeze` 给维数少的张量补上一维，例如 `row.unsqueeze(0)`。
error-empty-list = 张量的列表是空的，没有东西可拼接。
error-empty-list-try = 检查填充这个列表的循环或推导式：要么它一次也没有执行，要么什么也没有 append 进去。
error-dimension-range = 维从 0 开始数，所以这里的 `dim` 只能是 { $low } 到 { $high }，这个张量没有第 { $dim } 维。
error-dimension-range-try = 最后一维写 { $high }（或 -1）。如果你以为维数更多，就把形状打印出来：前面某一行去掉了一维。
error-index-range = 下标从 0 开始：第 { $dim } 维有 { $size } 项，最后一项的下标比 { $size } 小 1。下标 { $index } 处什么也没有。
error-index-range-try = 最后一项可以写 -1。如果下标来自数据或循环，就把它打印出来；常见的原因是 `range` 多了一个。
error-index-too-many = 方括号里的下标比张量的维数还多，这个张量只有 { $dims } 维。
error-index-too-many-try = 打印形状看看；方括号里的每个下标都会去掉一维。
error-index-scalar = 零维张量就是一个数，里面没有可以按下标取的东西。
error-index-scalar-try = 直接使用它，或用 `item()` 得到 Python 数。旧代码里的 `loss.data[0]` 就是现在的 `loss.item()`。
error-item-many = `item` 把只有一个元素的张量变成 Python 数，而这里有 { $count } 个元素。
error-item-many-here = `{ $tensor }` 的形状是 { $tensor-shape }。
error-item-many-try = 先用 `mean()` 或 `sum()` 归约，或取出其中一个元素；要全部元素就用 `tolist()`。
error-scalar-many = 只有一个元素才能变成 Python 数，这里有好几个（或者是一个由张量组成的列表）。
error-scalar-many-try = 要转换全部元素，用 `tolist()`；只想换 dtype，用 `long()` 或 `float()`。想把张量列表变成一个张量，用 `torch.stack`。
error-ragged-list = 张量是一张填满的网格。在第 { $dim } 维，第一个列表有 { $wanted } 项，另一个却有 { $got } 项。
error-ragged-list-try = 让所有列表一样长，例如补齐；或者保留由张量组成的 Python 列表。
error-expand = 写入或扩展的内容必须和目标吻合：第 { $dim } 维的目标是 { $target }，来的却是 { $size }。只有大小为 1 的维可以重复。
error-expand-try = 比较 `=` 两边（或 `expand` 前后）的形状。要重复大小不是 1 的数据，用 `repeat`。
error-assign-element = { $dims } 维的张量放不进只有 { $room } 维的位置：一个数的位置只能放一个数。
error-assign-element-try = 赋一个数，或者给形状合适的切片赋值，例如 `x[0] = y[0]` 或 `x[:2] = y`。
error-mask-shape = 掩码要对每一项回答是或否，所以大小必须一致：掩码是 ({ $mask })，张量是 ({ $shape })。
error-mask-shape-try = 用同一个张量生成掩码，例如 `x[x > 0]`。
error-gather-rank = `gather` 需要为结果的每个位置给出下标，所以下标的维数必须和张量相同。
error-gather-rank-try = 补上缺少的那一维：`x.gather(1, index.unsqueeze(1)).squeeze(1)` 从每一行取一个元素。
error-transpose-rank = `t` 只转置矩阵；有 { $dims } 维时，它不知道该交换哪两维。
error-transpose-rank-try = 指明是哪两维：`x.transpose(1, 2)`，或用 `x.mT` 交换最后两维。
error-einsum-size = 同一个字母在各处都代表同一个大小。`{ $letter }` 先是 { $before }，在第 { $operand } 个操作数里却是 { $size }。
error-einsum-size-try = 把每个张量的形状写在字母下面比较一下，也许是两个字母写反了。
error-topk-range = 要取的个数超过了这一维的元素个数。
error-topk-range-try = 把 `k` 改小，或者换一个 `dim`。
error-split-sum = 各部分加起来必须正好等于整体，不能多也不能少。
error-split-sum-try = 用其他部分算出最后一部分：`len(data) - first`；`random_split` 也接受比例，例如 `[0.8, 0.2]`。
error-empty-reduction = 张量是空的，没有东西就没有最大或最小。
error-empty-reduction-try = 查查为什么什么都没剩下：常常是掩码全为假，或者切片的终点在起点之前。
error-singular = 这个矩阵没有逆：它的某些行可以由其他行得到，无法还原。
error-singular-try = 用 `torch.linalg.pinv` 或 `lstsq`，或者加上单位矩阵的一个小倍数。看看是不是有一列全为零，或者出现了两次。
error-negative-step = 张量的切片只能向前走；列表允许的负步长在这里不行。
error-negative-step-try = 用 `x.flip(0)`。
error-target-size-warning = 损失函数逐元素比较预测和目标，而它们的形状不同：({ $input }) 和 ({ $target })。广播会把每个预测与每个目标都配成对，损失就错了，却不会报错。
error-target-size-warning-here = 这里 `{ $first }` 的形状是 { $first-shape }，`{ $second }` 的形状是 { $second-shape }。
error-target-size-warning-try = 让两者形状相同：`pred.squeeze(1)`，或 `target.unsqueeze(1)`，或 `target.view_as(pred)`。
error-transpose-warning = `T` 会把所有维的顺序反过来。维数不是 2 时，这很少是想要的结果，以后会变成错误。
error-transpose-warning-try = 只转置最后两维用 `x.mT`，要指定顺序用 `x.permute(...)`。
error-std-warning = 标准差要除以 n - 1，只有一个值时就是除以 0，结果是 NaN。
error-std-warning-try = 换一个有更多元素的维，或者传入 `correction=0`。

# 数的类型对不上。

error-mean-of-integers = `{ $function }` 的结果是小数，而 dtype { $dtype } 存不下小数，PyTorch 也不会替你换一种。
error-mean-of-integers-here = `{ $tensor }` 的 dtype 是 { $tensor-dtype }。
error-mean-of-integers-try = 先转换：`x.float().{ $function }()`。或者一开始就用浮点数创建：`torch.tensor([1., 2.])`。
error-grad-of-integers = 梯度说的是“变动一点点会怎样”，而整数没法只变一点点。这里都是整数。
error-grad-of-integers-try = 写成 `1., 2.`，或传入 `dtype=torch.float32`。
error-inplace-cast = 结果是 { $result }，而原地操作（`+=` 或带 `_` 的方法）必须保持张量原来的 dtype：{ $target }。
error-inplace-cast-try = 写成 `x = x + ...`，这样 dtype 可以改变；或者一开始就把 `x` 建成浮点张量。
error-matmul-dtypes = 矩阵乘法不会自动转换：两边的 dtype 必须相同，这里是 { $first } 和 { $second }。NumPy 默认是 float64（Double），整数列表得到 int64（Long），而权重是 float32（Float）。
error-matmul-dtypes-here = `{ $left }` 是 { $left-dtype }，`{ $right }` 是 { $right-dtype }。
error-matmul-dtypes-try = 转换数据而不是层：`x.float()`。
error-matmul-dtypes-small = `+` 和 `*` 会自动转换 dtype，`@` 不会：两个矩阵的 dtype 必须相同。
error-matmul-dtypes-small-try = 用 `.float()` 转换整数的那一个。
error-input-bias-dtype = 这一层用 { $weight } 计算，而输入是 { $input }。图像通常是字节（uint8），NumPy 数组通常是 double。
error-input-bias-dtype-try = 用 `x.float()` 转换输入；图像一般还要 `/ 255`。如果其中一个类型里有 cuda，请把两者放到同一个设备上。
error-not-implemented-for = 这个操作只支持某些 dtype，{ $dtype } 不在其中。结果是小数的函数需要浮点数，`&`、`|` 之类需要整数或布尔值。
error-not-implemented-for-try = 用 `.float()` 转换；做逻辑运算则用 `.bool()` 或 `.long()`。
error-index-dtype = 下标是位置，必须是整数（或布尔掩码），这里却是浮点数。
error-index-dtype-here = `{ $index }` 的 dtype 是 { $index-dtype }。
error-index-dtype-try = 用 `index.long()`，或者写数字时不带小数点。
error-embedding-dtype = 嵌入层按编号查行，所以输入必须是整数，这里却是 { $got }。
error-embedding-dtype-try = 用 `x.long()` 转换，或者不要事先把编号变成浮点数。
error-one-hot-dtype = `one_hot` 在每个标签的位置上放 1，所以标签必须是 int64 的整数。
error-one-hot-dtype-try = 用 `.long()` 转换标签。
error-bool-subtract = 真假值不能相减。
error-bool-subtract-try = `~mask` 取反，`a ^ b` 表示两者不同之处；要计数就先用 `.int()` 转换。
error-bool-invert = `~` 用来把真假取反，而这是一个浮点张量。
error-bool-invert-try = 先做比较，`~(x > 0)`，或用 `x.bool()`。想变号就写 `-x`。
error-condition-dtype = 条件或掩码对每个元素说是或否，dtype 必须是 bool。
error-condition-dtype-try = 用比较得到它，例如 `x > 0`，或用 `.bool()` 转换。
error-overflow = 这个数对 { $dtype } 来说太大（或是负数）。
error-overflow-try = 选一个更宽的 dtype，例如 `torch.int64` 或浮点数。
error-quantile-dtype = `{ $function }` 只处理浮点数，而这里是整数。
error-quantile-dtype-try = 用 `x.float()` 转换。
error-scatter-dtype = `{ $function }` 把一个张量写进另一个而不做转换，所以 dtype 必须相同。
error-scatter-dtype-try = 转换来源：`src.to(x.dtype)`。
error-strings = 张量里只能放数，放不下文字。
error-strings-try = 先给每个词或类别一个编号（例如用字典），再用编号创建张量。
error-string-dtype = dtype 是 torch 的对象，而不是 { $got }。
error-string-dtype-try = 写 `torch.float32`，不要引号。
error-complex-warning = 复数有两部分，这里只保留了实部。
error-complex-warning-try = 说明想要哪一个：`x.real`，或用 `x.abs()` 取模。

# 梯度与计算图。

error-no-graph = 这里没有可以求导的东西：从它出发找不到任何 `requires_grad=True` 的张量，autograd 什么也没有记录。
error-no-graph-try = 在使用之前，给要学习的张量设置 `requires_grad=True`。如果已经设置了，就找找是什么切断了通路：`detach()`、`item()`、`torch.no_grad()`，或者用数字重新创建的张量。
error-leaf-in-place = autograd 会跟踪从叶子节点（你用 `requires_grad=True` 创建的张量）算出的一切。原地修改叶子自己的值也得跟踪，而这做不到。
error-leaf-in-place-here = 这里的叶子是 `{ $leaf }`。
error-leaf-in-place-try = 更新权重不需要跟踪：放进 `with torch.no_grad():`。其他情况下去掉 `_`（或 `-=`），生成一个新张量。
error-grad-of-non-leaf = 梯度只保存在叶子节点里，也就是你用 `requires_grad=True` 创建的张量。这个张量是由别的张量算出来的，所以它的 `grad` 一直是 None。
error-grad-of-non-leaf-here = 这里读取的是 `{ $tensor }`。
error-grad-of-non-leaf-try = 向叶子要梯度。在训练循环里，`w = w - ...` 会把权重变成计算结果：请在 `torch.no_grad()` 下原地更新 `w -= lr * w.grad`。
error-modified-in-place = 反向传播需要前向时的值（这里是一个形状为 ({ $shape }) 的值），而中间有一个原地操作把它们覆盖了。
error-modified-in-place-try = 找找在那之后的 `+=`、`-=`、`x[...] = ` 或带 `_` 的方法，改写成 `y = y + 1`，旧值就不会被改动。
error-backward-twice = `backward` 之后计算图就被释放以节省内存。这张图（或两个损失共用的部分）已经用过了。
error-backward-twice-try = 在循环的每一步里重新做前向计算、重新算损失。有两个损失就先相加，只调用一次 `backward`。如果有东西从一步带到下一步，先 `detach()`。`retain_graph=True` 很少是正确的解法。
error-backward-of-vector = `backward` 要从一个数（损失）出发，这样“它的梯度”才有明确的含义。这里却是好几个数。
error-backward-of-vector-here = `{ $output }` 的形状是 { $output-shape }。
error-backward-of-vector-try = 先归约：`y.sum().backward()` 或 `y.mean().backward()`。损失函数通常会这样做，除非设置了 `reduction="none"`。
error-gradient-shape = `backward` 的参数给输出的每个元素一个权重，所以形状必须和输出相同：应为 ({ $output })，而不是 ({ $given })。
error-gradient-shape-try = 传入 `torch.ones_like(y)`，或者先 `sum()` 再不带参数地调用。
error-grad-assigned-shape = 梯度对张量的每个数都有一个数：形状应为 ({ $size })，而不是 ({ $given })。
error-grad-assigned-shape-try = 检查计算梯度的地方是不是少了一次转置或求和。
error-unused-input = 要求的是对某个张量的梯度，而结果并不是由它算出来的。
error-unused-input-try = 传入真正参与计算的那个张量；之后复制或改形得到的是另一个张量。`allow_unused=True` 会在那里返回 None。
error-requires-grad-of-result = 算出来的张量是否需要梯度，取决于它由什么算出，不能单独开关。
error-requires-grad-of-result-try = 用 `y.detach()` 得到同样的值而不带计算图，或者在计算之前设置叶子。
error-deepcopy-of-result = 算出来的张量挂在计算图上，不能连图一起复制。
error-deepcopy-of-result-try = 只复制值：`x.detach().clone()`。在模块里，不要把计算结果存成属性。
error-inference-tensor = 在 `torch.inference_mode()` 下创建的张量不能参与梯度计算。
error-inference-tensor-try = 改用 `torch.no_grad()`，或者在代码块外面 `clone()` 一份。
error-numpy-of-grad = NumPy 数组不认识计算图，对它做的事无法跟踪，所以 PyTorch 要求先离开计算图。
error-numpy-of-grad-here = 也就是 `{ $tensor }`。
error-numpy-of-grad-try = 用 `x.detach().numpy()`；在加速器上用 `x.detach().cpu().numpy()`。
error-scalar-warning = 普通的数不带计算图：之后用它算的一切都没有梯度。
error-scalar-warning-try = 如果是为了记录，写 `loss.item()`，意思就清楚了；如果是计算的一部分，就保留张量。
error-nan-gradient = 反向传播时，`{ $function }` 在某个输入处的斜率是无穷大，与它相乘得到 NaN：例如 0 的平方根、0 的对数、除以 0。
error-nan-gradient-try = 让输入避开那一点：`x.clamp(min=1e-8)` 或 `x + 1e-8`；或者用数值稳定的形式，例如 `log_softmax`。

# 模块与层。

error-init-missing = 模块把各层登记在一张表里，这张表由 `nn.Module.__init__` 建立，而它还没有执行。
error-init-missing-try = 把 `super().__init__()` 写成 `__init__` 的第一行。
error-forward-missing = 调用模块就是调用它的 `forward` 方法，而 { $module } 没有这个方法。
error-forward-missing-try = 在类里定义 `def forward(self, x):`，检查拼写和缩进。`ModuleList` 只存放各层：请在循环中逐个调用，或改用 `nn.Sequential`。
error-parameter-assigned = `{ $name }` 登记为 { $what }，而 { $got } 不是。
error-parameter-assigned-try = 只改值就复制进去：`with torch.no_grad(): fc.weight.copy_(values)`。要整个换掉就包起来：`nn.Parameter(values)`。
error-not-a-module = 每个部分都必须是一层，也就是 `nn` 中某个类的对象；{ $got } 不是。
error-not-a-module-try = 把各层逐个传给 `nn.Sequential`，或把列表解包：`nn.Sequential(*layers)`。`torch.relu` 这样的函数也有对应的层 `nn.ReLU()`。
error-conv-channels = 图像的形状是（批次，通道，高，宽），这一层是为 { $wanted } 个通道建的，而输入 ({ $input }) 的通道数是 { $got }。
error-conv-channels-here = `{ $input_tensor }` 的形状是 { $input_tensor-shape }，`{ $weight_tensor }` 的形状是 { $weight_tensor-shape }。
error-conv-channels-try = 灰度图只有 1 个通道：`nn.Conv2d(1, ...)`。多层相连时，输入通道数等于前一层的输出通道数。如果通道在最后一维，用 `permute(0, 3, 1, 2)` 移过来。
error-conv-rank = `{ $layer }` 需要 { $batch } 维的一批，或 { $single } 维的单个输入，这里是 ({ $size })。灰度图也要有表示唯一通道的那一维。
error-conv-rank-try = 补上缺少的维：`unsqueeze(0)` 加通道，再来一次加批次。
error-kernel-too-large = 图像已经比要在上面滑动的窗口还小了。每个不带填充的卷积和每次池化都会让它变小。
error-kernel-too-large-try = 打印每一层之后的形状。用更大的图像、更少的池化层，或者加上 `padding`。
error-layer-norm-shape = 这一层在最后的大小 ({ $wanted }) 上做归一化，而输入是 ({ $got })。
error-layer-norm-shape-try = 让 `LayerNorm` 的参数等于输入最后一维的大小。
error-batch-norm-one = 训练时，批归一化要在整批上求均值和方差，而只有一个样本就没有方差可言：输入是 ({ $size })。
error-batch-norm-one-try = 试单个样本前先调用 `net.eval()`。训练时用更大的批次；最后一批可能只有一个样本时，设置 `drop_last=True`。
error-batch-norm-features = 这个批归一化层是为 { $wanted } 个通道建的，而输入有 { $got } 个。
error-batch-norm-features-try = 它的参数应是前一层的通道数（或特征数）。
error-input-rank = 这一层用于 { $wanted } 的输入，而这里是 { $got } 维。
error-input-rank-try = 换成合适的版本：1d 用于特征和序列，2d 用于图像。也看看张量是不是过早展平了。
error-recurrent-size = 输入的最后一维是每个时间步的特征数；这一层是为 { $wanted } 建的，来的是 { $got }。
error-recurrent-size-try = 把这一层建成 { $got }，或检查各维的顺序：默认是（时间，批次，特征），`batch_first=True` 时是（批次，时间，特征）。
error-embedding-range = 有一个下标超过了最后一行。n 行的表只有下标 0 到 n - 1，也没有负的。
error-embedding-range-try = 打印 `x.max()`。把表加大：第一个参数至少是最大下标加一。
error-dropout-range = Dropout 的参数是要丢弃的比例，从 0 到 1，{ $got } 不是。
error-dropout-range-try = 百分之二十写作 0.2。
error-init-rank = 这种初始化要知道权重连接了多少输入和输出，而向量（例如偏置）没有这些。
error-init-rank-try = 只用于权重；偏置用 `nn.init.zeros_`。
error-state-dict-missing = 保存的权重和模型的名字对不上：{ $keys }。名字来自类的属性，例如 `fc1.weight`。
error-state-dict-missing-try = 用保存时的同一个类建立模型。比较 `model.state_dict().keys()` 和文件中的键；`module.` 这样的前缀来自 `DataParallel`。
error-state-dict-size = `{ $name }` 保存时是 ({ $saved })，而模型里是 ({ $model })。
error-state-dict-size-try = 用保存时的大小建立模型，例如相同的类别数。
error-load-whole-model = 这个文件存的是整个对象，而不只是张量。加载对象可能执行文件里的任意代码，所以从 torch 2.6 起 `torch.load` 默认只接受张量。
error-load-whole-model-try = 保存 `model.state_dict()`，再用 `load_state_dict` 加载。只有自己生成的文件才用 `weights_only=False`。

# 损失与目标。

error-target-dtype = 这个损失函数要的是每个样本正确类别的编号，编号是整数：dtype 为 int64（Long）。
error-target-dtype-here = `{ $target }` 是 { $target-dtype }。
error-target-dtype-try = 转换标签：`y.long()`。回归问题的目标要用另一种损失：`nn.MSELoss`。
error-target-probabilities = 形状与得分相同的目标会被当作每个类别的概率，而概率是浮点数，这里却是 { $got }。
error-target-probabilities-try = 传入形状为 (batch,) 的类别编号：`one_hot.argmax(1)`。或者用 `.float()` 转换 one-hot 目标。
error-target-multi = 得分的形状是 (batch, classes) 时，目标是每个样本一个数，形状为 (batch,)。这个目标多了一维。
error-target-multi-here = `{ $target }` 的形状是 { $target-shape }。
error-target-multi-try = 用 `y.squeeze(1)` 去掉多余的维；如果是 one-hot，用 `y.argmax(1)`。
error-target-range = 每个样本有 C 个得分时，类别是 0 到 C - 1，而有一个标签是 { $label }。
error-target-range-here = `{ $scores }` 的形状是 { $scores-shape }，最后一个大小就是 C。
error-target-range-try = 从 1 开始的标签要写 `y - 1`。否则就是最后一层的输出太少：应和类别一样多。
error-class-range = 标签应在 0 到 `num_classes` - 1 之间，其中有一个超出了范围。
error-class-range-try = 打印 `y.max()` 和 `y.min()`；从 1 开始的标签减 1，或者增大 `num_classes`。
error-batch-sizes = 得分有 { $input } 个样本，标签却有 { $target } 个。
error-batch-sizes-here = `{ $scores }` 的形状是 { $scores-shape }，`{ $labels }` 的形状是 { $labels-shape }。
error-batch-sizes-try = 两者要取自同一批。如果第一个数是批次大小的倍数，说明网络把批次维也展平了：用 `torch.flatten(x, 1)`。
error-one-dimensional-scores = 一维的得分只对应一个样本，而这里有 { $count } 个标签。
error-one-dimensional-scores-try = 得分的形状应为 (batch, classes)。在计算损失之前不要取 `argmax`。
error-target-same-size = 二元交叉熵逐元素比较预测和目标，所以形状必须相同；(n, 1) 和 (n,) 是不同的形状。
error-target-same-size-try = 给目标补上一维：`y.unsqueeze(1)`；或去掉预测的那一维：`pred.squeeze(1)`。
error-probabilities = 这个损失函数要的是概率，而有些值不在 0 到 1 之间。没有 sigmoid 的最后一层会给出任意数。
error-probabilities-try = 对原始输出用 `binary_cross_entropy_with_logits`，它在数值上也更稳定。
error-target-found-dtype = 这里预测和目标的 dtype 必须相同，一个是 { $found }，另一个是 { $wanted }。
error-target-found-dtype-try = 转换目标：`y.float()`。
error-loss-not-called = `if`、`while`、`and`、`or`、`not` 只要一个是或否，而张量有几个元素就有几个答案。
error-loss-not-called-here = `{ $tensor }` 的形状是 { $tensor-shape }。
error-loss-not-called-try = 说明怎样算：`(x > 0).all()` 或 `.any()`。逐元素的逻辑用 `&`、`|`、`~`，每个比较都加括号。如果这是损失，要先创建再调用：`nn.CrossEntropyLoss()(pred, y)`。
error-empty-truth = 空张量既不是真也不是假。
error-empty-truth-try = 写出真正想问的：`x.numel() > 0` 或 `x.any()`。
error-softmax-dim-warning = `{ $function }` 让某一维上的数加起来等于 1，而这里没有说明是哪一维，PyTorch 只好猜。
error-softmax-dim-warning-try = 得分形状为 (batch, classes) 时传入 `dim=1`，或 `dim=-1`。
error-reduction-warning = `size_average` 和 `reduce` 是旧写法，用来说明一批的损失怎样合成一个。
error-reduction-warning-try = 写 `reduction="mean"`、`"sum"` 或 `"none"`。

# 优化器、学习率与数据。

error-empty-parameters = 模块不知道自己有任何参数。它看得到 `self` 的属性中的层，但不会去看普通的列表或字典。
error-empty-parameters-try = 把各层放进 `nn.ModuleList` 或 `nn.Sequential`。参数的生成器用过一次也会变空：请重新调用 `net.parameters()`。
error-optimize-non-leaf = 优化器修改的是给定的张量，也就是叶子；这个张量是由别的算出来的，每一步都会重新计算。
error-optimize-non-leaf-try = 把叶子交给它。一次创建好：`torch.randn(2, requires_grad=True)`；要先缩放或移动，就再加 `.detach().requires_grad_()`。
error-optimize-tensor = 优化器要的是一组张量，而这里只有一个。
error-optimize-tensor-try = 放进列表：`[w]`。
error-learning-rate = 这个设置不能是负数。优化器自己会朝梯度的反方向走。
error-learning-rate-try = 用一个小的正数，例如 0.1 或 0.001。
error-scheduler-order = 优化器还没走一步，学习率就先变了，所以第一个学习率被跳过了。
error-scheduler-order-try = 在 `optimizer.step()` 之后调用 `scheduler.step()`，通常每轮结束时一次。
error-dataset-sizes = 数据集把第一项、第二项等一一配对，所以各张量的长度必须相同。
error-dataset-sizes-try = 比较 `len(x)` 和 `len(y)`；筛选时两者都要筛。
error-workers-lost = 加载器按 `num_workers` 启动的一个子进程还没做完就结束了，多半是进程间的共享内存不够。
error-workers-lost-try = 用 `num_workers=0`：这时由程序自己读取批次，数据集里的错误也会带着行号报出来。
error-workers-main = `num_workers` 大于 0 时，加载器会启动子进程。在 Windows 和 macOS 上，每个子进程都会从头读你的程序，于是又要启动子进程。
error-workers-main-try = 在这里用 `num_workers=0`。在自己的程序里，把要执行的部分放到 `if __name__ == "__main__":` 下面。

# CPU、GPU 与张量所在的设备。

error-no-cuda = 这个 PyTorch 版本只为 CPU 编译，不认识 NVIDIA GPU，与机器里有没有 GPU 无关。
error-no-cuda-try = 写在哪台机器上都能用的代码：`device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else "cpu"`，再用 `x.to(device)`。要用 GPU，请安装带 CUDA 的版本。
error-no-mps = `mps` 是 Apple 芯片 Mac 的 GPU，这个 PyTorch 版本用不了。
error-no-mps-try = 先用 `torch.backends.mps.is_available()` 询问，不行就用 "cpu"。
error-device-name = PyTorch 没有叫 `{ $name }` 的设备。
error-device-name-try = 常见的有 "cpu"、"cuda"（NVIDIA，也包括 AMD）和 "mps"（Apple），可以带编号："cuda:0"。
error-two-devices = 这些张量在不同的设备上，而一个操作只能在一个设备上进行。
error-two-devices-here = `{ $here }` 在 { $here-device } 上，`{ $there }` 在 { $there-device } 上。
error-two-devices-try = 移到同一个设备：`x = x.to(device)`。注意张量的 `to` 返回新张量，要赋值；模块的 `to` 会移动模块自己。
error-two-devices-named = 这里同时用到 { $first } 和 { $second } 上的张量，而一个操作只能在一个设备上进行。
error-two-devices-named-here = { error-two-devices-here }
error-two-devices-named-try = { error-two-devices-try }
error-cuda-to-numpy = NumPy 数组在 CPU 的内存里，而这个张量在 { $device } 上。
error-cuda-to-numpy-try = 先拿过来：`x.cpu().numpy()`；带计算图时用 `x.detach().cpu().numpy()`。
error-cuda-memory = 加速器的内存满了。训练时大部分用于这一批数据，以及为反向传播保留的中间值。
error-cuda-memory-try = 用更小的批次。评估时放在 `torch.no_grad()` 下；累加损失时用 `loss.item()` 而不是 `loss`，后者会保留每一张计算图。
error-cuda-assert = GPU 内核里的一项检查失败了，几乎总是下标或标签超出了范围。GPU 比程序慢一步，所以显示的行可能靠后。
error-cuda-assert-try = 在 CPU 上运行同样的代码，信息会很准确：`device = "cpu"`。看看标签的最小值和最大值。出现这个错误后必须重新启动程序。
error-cuda-driver = 这个 PyTorch 版本能用 NVIDIA GPU，但系统的驱动没有安装或太旧。
error-cuda-driver-try = 学这门课用 "cpu" 就够了。`nvidia-smi` 会显示驱动；更新驱动或安装面向更旧 CUDA 的版本可以解决。
error-mps-float64 = Mac 的 GPU 不支持 float64，而 NumPy 默认是 float64。
error-mps-float64-try = 先转换：`x.float().to("mps")`。

# NumPy 与 Python 的值。

error-copy-construct = `torch.tensor` 用数和列表创建张量。给它一个张量时，它复制值而丢下计算图，这很容易被忽略。
error-copy-construct-try = 说明想要什么：`x.clone()` 得到仍在计算图里的副本，`x.detach().clone()` 得到不在图里的副本。
error-list-of-arrays = 这里每个数组的每个数都要单独转换，所以很慢。
error-list-of-arrays-try = 先合并数组：`torch.from_numpy(np.stack(arrays))`。
error-read-only-array = 张量与数组共用内存，而这块内存是只读的。修改张量会照样改到它。
error-read-only-array-try = 复制一份：`torch.tensor(a)`，或 `torch.from_numpy(a.copy())`。
error-not-an-array = `from_numpy` 只接受 NumPy 数组，而这里是 { $got }。
error-not-an-array-try = 列表和数请用 `torch.tensor(...)`。
error-array-dtype = 数组里存的是 { $dtype }，而张量只能存数。object 通常来自长短不一或类型混杂的列表。
error-array-dtype-try = 让数组只含数：`array.astype(np.float32)`；文字则先各给一个编号。
error-negative-strides = 用 `[::-1]` 反转的数组是倒着读的，张量做不到。
error-negative-strides-try = 先复制：`torch.from_numpy(a[::-1].copy())`。
error-no-such-scalar = NumPy 没有 { $dtype } 这种 dtype。
error-no-such-scalar-try = 先转换：`x.float().numpy()`。
error-array-broadcast = 形状 { $shapes } 对不上：从右往左比较，每一对大小要么相等，要么其中一个是 1。
error-array-broadcast-try = 打印两个形状；`a[:, None]` 会加上大小为 1 的一维。
error-array-truth = `if`、`and`、`or` 只要一个是或否，而数组的每个元素都有一个答案。
error-array-truth-try = 说明怎样算：`.all()` 或 `.any()`；逐元素则写 `&` 和 `|`。
error-array-reshape = 共有 { $count } 个元素，而 ({ $wanted }) 的元素个数不同。
error-array-reshape-try = 选择乘积为 { $count } 的大小，或者把其中一个写成 -1。
error-scalar-methods = 带 `dim` 时，`{ $function }` 一次返回两个张量：值和下标。
error-scalar-methods-try = 取其中一个：`x.{ $function }(dim=1).values`，或者解包：`values, indices = x.{ $function }(dim=1)`。

# Python 自己的错误。

error-exit-call = 程序在这里结束了自己，后面的内容无法运行，也无法检查。
error-exit-call-try = 去掉 `exit` 或 `quit`。程序执行完最后一行会自己结束。
error-input-call = 程序在等人输入，而这里没有人输入。
error-input-call-try = 不要询问，把值直接写进程序。
error-recursion = 一个函数调用了自己，被调用的又调用自己，没有尽头。
error-recursion-try = 给它一种不再调用自己而直接返回的情况，并确保每次调用都更接近这种情况。
error-thread-refused = 程序启动的线程太多，无法再启动新的线程。
error-thread-refused-try = 是不是有一个循环在不断启动线程？线程在结束之前一直占用内存。
error-file-size = 程序写的一个文件超过了单个文件允许的大小，写入在那里中断。
error-file-size-try = 少写一些：只存一个检查点，或者只写需要的数。
error-shared-memory = 这里运行的程序没有进程间的共享内存，而 `DataLoader` 的工作进程需要它。
error-shared-memory-try = 去掉 `num_workers`，或把它设为 0：得到的批次是一样的。
error-blank = 程序里还留着空白 `{ $blank }`。
error-blank-try = 请在这里写上代码。
error-name-import = `{ $name }` 是大家给导入的模块起的名字，而这个程序在前面没有导入它。
error-name-import-try = 在开头导入：`import torch`、`import numpy as np`、`from torch import nn`、`import torch.nn.functional as F`、`import math` 等。
error-name-of-torch = `{ $name }` 是 PyTorch 里的名字，放在模块中：单独写时 Python 不认识。
error-name-of-torch-try = 写明它在哪里：`torch.tensor`、`torch.float32`、`nn.Linear`。程序打印出的 `tensor([1])` 不能直接当代码用，要写 `torch.tensor([1])`。
error-name = 执行到这一行时，还没有叫 `{ $name }` 的东西。名字是在赋值、定义或导入的那一行才产生的，程序从上往下执行。
error-name-try = 在这一行之前给 `{ $name }` 赋值，或导入它。如果想写的是一段文字，请加上引号。
error-local-unbound = 函数里只要有一处给某个名字赋值，这个名字在整个函数里就是局部的；这里 `{ $name }` 在赋值之前就被读取了。外面同名的变量是另一个。
error-local-unbound-try = 把 `{ $name }` 作为参数传入并返回新值；或者先在函数里给它赋值。
error-none-attribute = `.{ $name }` 前面的值是 None，也就是“什么都没有”。没有 `return` 的函数返回 None；还没有填上的属性也是 None，例如 `backward` 之前或 `zero_grad` 之后的 `grad`。
error-none-attribute-try = 找出这一行里什么是 None，它本该从哪里来。梯度：先调用 `backward()`，并在 `zero_grad()` 之前查看 `grad`。
error-number-attribute = 这是一个普通的数（{ $kind }），不是张量：`item()`、`float()`、NumPy 或普通运算把它变成了数，没有计算图，也没有张量的方法。
error-number-attribute-try = 在用完 `.{ $name }` 之前保留张量，只在打印时调用 `item()`。
error-list-attribute = 这是 Python 的 { $kind }，而 `{ $name }` 是张量的。
error-list-attribute-try = 先变成张量：`torch.tensor(values)`；里面是张量时用 `torch.stack(tensors)`。
error-next-method = 迭代器在 Python 2 里有 `next` 方法，现在是一个函数。
error-next-method-try = 写 `next(batches)`。
error-numpy-attribute = `{ $name }` 是 NumPy 或列表的写法，张量用的是别的名字。
error-numpy-attribute-try = `astype` 对应 `x.to(torch.float32)` 或 `x.float()`；`copy` 对应 `x.clone()`；`append`、`concatenate` 对应 `torch.cat([a, b])`；长度用 `len(x)` 或 `x.numel()`。
error-module-attribute = 模块 `{ $module }` 里没有叫 `{ $name }` 的东西。
error-module-attribute-try = 检查拼写和大小写：类是 `nn.Linear`，函数是 `torch.relu`。编辑器里的补全（Ctrl+Space）会列出有什么。你自己的文件如果和模块同名，会把模块遮住。
error-attribute = { $kind } 没有叫 `{ $name }` 的东西：它不是方法，也没有哪一行设置过它。
error-attribute-try = 检查拼写。自己的类的属性要在 `__init__` 里赋值：`self.{ $name } = ...`。如果你以为是别的类型，就打印 `type(...)` 看看。
error-not-writable = `{ $name }` 只能读，不能赋值。
error-not-writable-try = 生成一个新张量：换形状用 `x = x.reshape(1, 2)`，换 dtype 或设备用 `x = x.to(...)`。
error-key = 字典里没有 { $key } 这一项。
error-key-try = 打印它的键：`list(d)`。`d.get(key)` 在没有时返回 None。文字和数是不同的键："1" 不是 1。张量作键时按对象本身比较，请用 `item()`。
error-list-range = { $kind } 没有那么长。有 n 项时，下标从 0 到 n - 1。
error-list-range-try = 打印 `len(...)` 和下标。最后一项是 -1。空的 { $kind } 一项也没有。
error-index-type = { $kind } 里的项要用编号来取，而这个下标是 { $got }。
error-index-type-try = 用整数：`int(i)` 或 `i.item()`。按名字取要用字典。多维时写 `x[0][1]`，或者用张量。
error-not-callable = 值后面的圆括号表示调用，而 { $kind } 不是函数。
error-not-callable-try = `shape`、`T`、`grad` 等不是方法，不要加括号。看看括号前是不是漏了 `*`，或者有没有变量和函数同名，例如 `sum = 0`。
error-none-called = 这个值是 None（什么都没有），所以不能{ $what ->
    [callable] 调用
    [iterable] 遍历
   *[other] 用方括号取项
 }。通常是本该返回结果的函数没有 `return`，或者只是打印了结果。
error-none-called-try = 找到产生它的那一行。会修改自身的方法，例如 `list.append`、`list.sort`，返回 None：不要把它们的结果赋给变量。
error-not-subscriptable = 不能用方括号从 { $kind } 里取项。
error-not-subscriptable-try = 生成器（例如 `parameters()`）用 `list(...)` 变成列表；函数用圆括号调用；数没有项可取。
error-not-iterable = 这里要逐个遍历这个值的各个部分，而 { $kind } 没有可以遍历的部分。
error-not-iterable-try = 计数用 `range(n)`。优化器要的是 `net.parameters()` 而不是 `net`；方法要加 `()` 调用。
error-scalar-iterated = 零维张量就是一个数，没有长度，也没有可以遍历的部分。
error-scalar-iterated-try = 直接用它，或用 `item()`。如果以为是向量，看看是不是某个归约（如 `sum()`）漏了 `dim`。
error-no-length = 只有含有若干项的东西才有长度，{ $kind } 没有可数的项。
error-no-length-try = 生成器用 `len(list(...))` 计数。模块的参数个数用 `sum(p.numel() for p in net.parameters())`。
error-operand-none = `{ $operator }` 的一边是 None，也就是“什么都没有”。
error-operand-none-here = 它就是 `{ $none }`。
error-operand-none-try = `grad` 在 `backward()` 之前、`zero_grad()` 之后都是 None，算出来的张量的 `grad` 也是 None。应该给出值的函数需要 `return`。
error-operand-types = `{ $operator }` 不知道怎样处理 { $left } 和 { $right }。
error-operand-types-try = 把两边变成同一类：列表用 `torch.tensor(...)`，文字用 `int(...)` 或 `float(...)`，数组用 `torch.from_numpy(...)`。
error-concatenate = `+` 只能把 { $kind } 接到另一个 { $kind } 上，而另一边是 { $other }。
error-concatenate-try = 把数接到文字上：`"loss " + str(x)`，或用 f-string。往列表里加一项用 `append`。
error-multiply-sequence = 列表或文字乘整数表示重复，并不是每一项相乘。这里另一边是 { $got }。
error-multiply-sequence-try = 要让每一项相乘，就变成张量：`torch.tensor(values) * 2.5`。
error-comparison-types = { $left } 和 { $right } 之间没有大小之分。
error-comparison-types-try = 转换其中一个：`float("0.1")` 把文字变成数。`input` 和文件给出的都是文字。
error-missing-argument = 调用 `{ $function }` 时没有给 { $names }，而它没有默认值。
error-missing-argument-try = 在调用时传入。如果缺的是 `self`，说明是在类上调用了方法：先创建对象 `Net()`。损失函数要传入 `(prediction, target)`。
error-too-many-arguments = 传给 `{ $function }` 的参数太多了。方法会把对象自己算作第一个参数 `self`。
error-too-many-arguments-try = 多个值放进一个列表：`torch.tensor([1, 2])`。定义方法时第一个参数要写 `self`。带参数的类需要 `__init__`，两边各两个下划线。
error-unexpected-keyword = `{ $function }` 没有叫 `{ $name }` 的参数。
error-unexpected-keyword-try = 看看它的参数表：输入左括号后，补全会显示。NumPy 的 `axis`、`keepdims` 在 PyTorch 里是 `dim`、`keepdim`。
error-argument-combination = `{ $function }` 有几种调用方式，但没有一种接受这些参数：({ $got })。
error-argument-combination-try = 对照原始信息里的几种方式：是不是该给张量却给了数，该给整数却给了浮点数，或用了不存在的参数名？
error-argument-type = `{ $function }` 的参数 `{ $name }` 必须是 { $wanted }，这里却是 { $got }。
error-argument-type-try = 数和列表用 `torch.tensor(...)` 变成张量。需要 tuple of Tensors 时，把张量放进一个列表：`torch.cat([a, b])`。大小必须是整数：用 `//` 而不是 `/`。
error-unpack-many = `=` 左边有 { $wanted } 个名字，右边的值比这更多。
error-unpack-many-try = 数一数两边。`x.shape` 有几维就有几个数。`enumerate` 和 `zip` 给出一对对的值：`for i, (x, y) in enumerate(loader)`。
error-unpack-few = `=` 左边有 { $wanted } 个名字，右边只有 { $got } 个值。
error-unpack-few-try = 数一数两边；打印右边的 `len(...)` 或 `.shape`。
error-unpack-not-iterable = `=` 左边有好几个名字，右边只有一个不可拆开的值：{ $kind }。
error-unpack-not-iterable-try = 用逗号返回多个值：`return a, b`；或者左边只留一个名字。
error-number-of-text = 这段文字不是那样的数：{ $text }。
error-number-of-text-try = 打印这段文字，里面可能有空格、逗号或单位。`int` 只接受整数，所以 "1.5" 要用 `float`。
error-division-by-zero = 这里除以了 0。（浮点张量会得到 inf 或 NaN；Python 的数和整数张量会停下来。）
error-division-by-zero-try = 打印除数。循环没有执行或列表为空时，计数就是 0；可以用 `max(count, 1)` 防止。
error-module-missing = 运行你程序的 Python 里没有模块 `{ $name }`。
error-module-missing-try = 检查拼写。本课程的程序只用 PyTorch、NumPy 和 Python 自带的模块；不需要其他模块，也无法在程序里安装。
error-import-name = 模块 `{ $module }` 是有的，但里面没有叫 `{ $name }` 的东西。
error-import-name-try = 检查拼写和大小写。层在 `torch.nn`，优化器在 `torch.optim`，函数在 `torch` 或 `torch.nn.functional`。
error-file-missing = 程序查找的地方没有文件 `{ $file }`。本课程的程序在各自的空目录里运行，没有你的文件。
error-file-missing-try = 使用练习给出的数据，或者把数据写进程序。
error-unhashable = 字典的键和集合的元素不能变化，而 { $kind } 是可变的。
error-unhashable-try = 用元组：`tuple(values)`。
error-item-assignment = { $kind } 一旦创建就不能修改。
error-item-assignment-try = 用 `list(x)` 变成列表，或者建一个新的。张量可以用 `x[0] = 3` 修改。
error-whole-number = 这里需要一个用来计数的整数。`/` 总是得到浮点数，即使能整除。
error-whole-number-try = 整数除法用 `//`，或用 `int(...)`。张量用 `item()`。
error-format = `:.2f` 这样的格式用于一个数，而这个值不是数。
error-format-try = 张量用 `x.item()` 或 `x.mean().item()`，文字用 `float(...)`；或者去掉格式。
error-empty-sequence = 序列是空的，没有东西可取。
error-empty-sequence-try = 找找原因：填充它的循环没有执行，或条件从未成立。`max(values, default=0)` 可以为这种情况给出一个值。
error-assertion = `assert` 说明什么必须成立，而它没有成立。程序是特意在这里停下的。
error-assertion-try = 在这一行之前打印比较的两边。如果 `assert` 是练习给的，它指出了哪里不对。
error-context-manager = `with` 需要一个可以进入的对象，而 { $kind } 不行。
error-context-manager-try = 加括号调用：`with torch.no_grad():`。
error-super-arguments = `super()` 只能在方法里用，那里才有 `self`。
error-super-arguments-try = 把这一行移进类的 `def __init__(self):` 里，并缩进。
error-math-domain = 这个函数在那里没有（有限的）值：负数没有平方根和对数，幂也不能这么大。
error-math-domain-try = 打印参数。`torch` 在这种地方给出 NaN 或 inf，而不会停下。
error-iterator-exhausted = 没有下一个了：迭代器已经到头。
error-iterator-exhausted-try = 重新建一个 `iter(loader)`，或者用 `for` 遍历，它会自己停下。
error-not-in-list = 要找的东西不在列表里。
error-not-in-list-try = 先问一下：`if x in values`。注意 "1" 和 1 是不同的。
error-invalid-value-warning = NumPy 的 `{ $function }` 遇到了没有答案的值（{ $what }），结果里放进了 NaN 或 inf。
error-invalid-value-warning-try = 看看输入在哪里是 0、负数或过大。

# Python 读不懂的代码。

error-not-closed = 括号 `{ $bracket }` 打开后一直没有关上，Python 就一直往下读。
error-not-closed-try = 数一数这一行的括号。标出的是打开的位置，缺的右括号往往在下面几行。
error-unmatched = 右括号没有对应的左括号，或者种类不对。
error-unmatched-try = 把光标放在括号旁边，编辑器会显示与它成对的括号。
error-colon = `if`、`for`、`while`、`def`、`class`、`with`、`else` 所在的行要以冒号结尾，下面才是代码块。
error-colon-try = 在行尾加上 `:`。
error-indent-missing = 第 { $opening } 行（{ $what }）之后必须有缩进的内容，而这里没有。
error-indent-missing-try = 把属于它的行缩进四个空格；暂时没有内容就写 `pass`。
error-indent-unexpected = 这一行比相邻的行更靠右（或靠左），而那里并没有代码块开始或结束。
error-indent-unexpected-try = 与所属的行对齐。只用空格，每层四个。
error-text-not-closed = 文字以引号开始，而这一行缺少结束的引号。
error-text-not-closed-try = 用同样的引号（' 或 "）结束。多行文字用三个引号：""" 。
error-print-statement = 从 Python 3 起，`{ $name }` 是函数，调用函数要加括号。
error-print-statement-try = 写 `{ $name }(...)`。旧教程里没有括号。
error-assign-compare = 单个 `=` 把值赋给左边的名字；`==` 才是问两个值是否相等。
error-assign-compare-try = 条件里写 `==`。`=` 左边只能是名字、`x[...]` 或 `self.x`，不能是算式。
error-comma = 两个值紧挨着，中间什么也没有。
error-comma-try = 在中间加逗号，或者加 `*` 之类的运算符，Python 里不能省略。
error-wide-character = 这里有一个 Python 语法不认识的符号，例如全角括号或弯引号。它看起来和普通的一样，其实是另一个字符。
error-wide-character-try = 切换到英文输入法重新输入：( ) , : ' "。
error-outside = `{ $word }` 只在函数（`return`）或循环（`break`、`continue`）里有意义，而按缩进看，这一行不在其中。
error-outside-try = 把它缩进到所属的地方。
error-argument-order = 调用函数时，不带名字的参数要在前面，Python 靠位置区分它们。
error-argument-order-try = 把带名字的参数移到最后，或者给后面的参数都写上名字。
error-number = 数字后面直接跟了字母，或者以 0 开头。名字不能以数字开头，并排写也不表示相乘。
error-number-try = 写 `2 * y`，把 `2x` 改名为 `x2`，把 08 写成 8。
error-invalid = Python 读到这里为止还明白，后面的内容却接不上。
error-invalid-try = 看看标记之前：是不是少了运算符、逗号、括号或冒号；是不是把 `class`、`lambda` 这样的关键字当名字用了；是不是一行写了两条语句。`x++` 要写成 `x += 1`。
error-is-literal-warning = `is` 问的是两个名字是否指同一个对象，而不是值是否相等；对数或文字来说，答案全凭运气。
error-is-literal-warning-try = 写 `==`。
