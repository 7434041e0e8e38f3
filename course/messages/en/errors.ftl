# Errors and warnings explained: `error-ID` says what it means, `error-ID-here` what it means for the values on the
# line, `error-ID-try` what to try. The entries are in `course/errors`.

error-joined = { $first } { $second }
error-near = `{ $wrong }` is not known here; the nearest name that is, is `{ $near }`. Is that the one you mean?

# Sizes that do not fit.

error-matmul-shapes = A matrix product runs along one shared size: the left matrix must have as many columns as the right one has rows. Here { $inner } meets { $outer }.
error-matmul-shapes-here = `{ $left }` is { $left-shape } and `{ $right }` is { $right-shape }, so the { $inner } must become { $outer }.
error-matmul-shapes-try = Print the shapes just before this line. If the left side is right, build the layer or matrix for { $inner } features; if the right side is right, flatten or reshape the left one to { $outer }.
error-matrix-vector = A matrix times a vector takes one product for each row, so the vector must be as long as a row: { $columns } numbers, not { $size }.
error-matrix-vector-here = `{ $matrix }` is { $matrix-shape } and `{ $vector }` is { $vector-shape }.
error-matrix-vector-try = Give the vector { $columns } elements, or transpose the matrix if its columns are meant.
error-dot-lengths = The product of two vectors pairs their elements, so both must be of one length. Here are { $first } and { $second }.
error-dot-lengths-here = `{ $left }` has { $first } elements and `{ $right }` has { $second }.
error-dot-lengths-try = Find out which of the two is too long or too short. For every pair of elements, use `torch.outer`.
error-dot-matrix = `dot` multiplies two vectors and nothing else; here a tensor of { $first } dimensions meets one of { $second }.
error-dot-matrix-try = Use `@`, which takes vectors and matrices alike.
error-not-a-matrix = `mm` multiplies two matrices, tensors of exactly two dimensions, and does not broadcast.
error-not-a-matrix-try = Use `@` (or `torch.matmul`), which also takes vectors and batches of matrices.
error-only-a-matrix = `{ $call }` works on a single matrix, and here are { $dims } dimensions. It does not go through a batch by itself.
error-only-a-matrix-try = Look for a call that names two dimensions and leaves the others alone, such as `diagonal(dim1=1, dim2=2)`, or take the matrices one at a time.
error-at-least-a-matrix = `{ $call }` wants a matrix, or a batch of them: at least two dimensions.
error-at-least-a-matrix-try = Print the shape just before this line. An earlier step took a dimension away, or `unsqueeze` has to add one.
error-not-square = Only a square matrix has an inverse, eigenvalues or a determinant; this one is { $rows } by { $columns }.
error-not-square-try = Look at which product was meant: `x.T @ x` and `x @ x.T` are square. For a system with more equations than unknowns there is `torch.linalg.lstsq`.
error-solve-shapes = `solve` wants as many rows on the right side as the matrix has: `A` is { $left }, the right side { $right }.
error-solve-shapes-try = Print both shapes just before this line. The right side is a vector with a number for each row of `A`, or a matrix with that many rows.
error-batch-matmul-rank = `bmm` multiplies batches of matrices: both tensors need three dimensions, the first of which counts the matrices.
error-batch-matmul-rank-try = For single matrices use `@`; or give them a batch of one with `unsqueeze(0)`.
error-batch-matmul = In a batch of matrix products each right matrix must have as many rows as the left one has columns. Batch and rows on the right should be { $wanted }; they are { $got }.
error-batch-matmul-try = Compare the last size on the left with the one before the last on the right. Often one side wants `transpose(-1, -2)`.
error-broadcast = Element by element needs sizes that fit: written below each other from the right, two sizes must be equal, or one of them 1 or missing. In dimension { $dim }, { $first } meets { $second }.
error-broadcast-here = `{ $left }` is { $left-shape } and `{ $right }` is { $right-shape }.
error-broadcast-try = Look which side has the size that you did not expect. `unsqueeze` adds a size of 1 where one is missing, and `keepdim=True` keeps it after `sum` or `mean`.
error-inplace-grows = An operation in place (with `_`, or `+=`) writes into the memory that is there, and cannot make it larger. The result would be ({ $result }), and there is room for ({ $target }).
error-inplace-grows-try = Write it without `_`, as in `x = x + y`, so that the result gets memory of its own; or look whether the other tensor should be smaller.
error-view-strides = `view` gives the same memory another shape without moving anything. After a transpose or `permute` the elements are no longer in the order that this would need.
error-view-strides-try = Use `reshape`, which copies where it must, or `contiguous().view(...)`.
error-reshape-count = Another shape must hold exactly the same elements. There are { $count }, and the sizes of ({ $wanted }) do not multiply to that.
error-reshape-count-here = `{ $from }` is { $from-shape }.
error-reshape-count-try = Choose sizes whose product is { $count }, or write -1 for one of them, which is then worked out. In a network, this often tells that the flattened size was guessed.
error-reshape-two-unknown = -1 means “whatever is left”, and that can be worked out for one size only.
error-reshape-two-unknown-try = Leave one -1 and write the other sizes as numbers.
error-stack-sizes = `stack` lays tensors beside each other along a new dimension, so all must be of one shape. Number 0 is ({ $first }), number { $entry } is ({ $other }).
error-stack-sizes-try = To join them along a dimension that they have, use `torch.cat`. In a DataLoader, pad the samples or crop them to one size.
error-cat-sizes = `cat` joins tensors along dimension { $dim }; in all others they must agree. Tensor number { $number } has { $got } where the first has { $wanted }.
error-cat-sizes-try = Perhaps another `dim` is meant: `dim=0` puts rows below rows, `dim=1` columns beside columns.
error-cat-ranks = `cat` joins tensors of equally many dimensions; here are { $first } and { $second }. It does not add a dimension by itself.
error-cat-ranks-try = Give the smaller one the missing dimension with `unsqueeze`, say `row.unsqueeze(0)`.
error-empty-list = The list of tensors is empty, so there is nothing to join.
error-empty-list-try = Look at the loop or comprehension that fills the list: it did not run, or nothing was appended.
error-dimension-range = Dimensions are counted from 0, so `dim` may be { $low } to { $high } here, and { $dim } is one that this tensor does not have.
error-dimension-range-try = Use { $high } (or -1) for the last dimension. If you expected more dimensions, print the shape: an earlier line took one away.
error-index-range = Counting starts at 0: dimension { $dim } has { $size } entries, and the last index is one less than that. There is none at { $index }.
error-index-range-try = The last entry is -1. If the index comes from data or from a loop, print it; a `range` one too long is the usual cause.
error-index-too-many = There are more indices in the brackets than the tensor has dimensions, which are { $dims }.
error-index-too-many-try = Print the shape; each index in the brackets takes one dimension away.
error-index-scalar = A tensor of no dimensions is a single number; there is nothing in it to count through.
error-index-scalar-try = Use the tensor as it is, or `item()` for a Python number. In older code, `loss.data[0]` means `loss.item()`.
error-item-many = `item` makes one Python number of a tensor with one element; this one has { $count }.
error-item-many-here = `{ $tensor }` is { $tensor-shape }.
error-item-many-try = Reduce it first, say with `mean()` or `sum()`; or take one element; or use `tolist()` for all of them.
error-scalar-many = A Python number can be made of a single element only, and here are several (or a list of whole tensors).
error-scalar-many-try = To convert all elements use `tolist()`, or `long()` and `float()` for another dtype. To make one tensor of a list of tensors, use `torch.stack`.
error-ragged-list = A tensor is a full grid. In dimension { $dim } the first list has { $wanted } entries and another one { $got }.
error-ragged-list-try = Make all lists equally long, for instance by padding, or keep a Python list of tensors.
error-expand = What is written or expanded must fit its target: in dimension { $dim } there is room for { $target }, and { $size } come. Only a size of 1 can be repeated.
error-expand-try = Compare the shapes of both sides of `=` (or of `expand`). To repeat data that has a size other than 1, use `repeat`.
error-assign-element = A tensor of { $dims } dimension(s) cannot be put where there is room for { $room }: a place for one number takes one number.
error-assign-element-try = Assign a single number or a slice of the right shape, say `x[0] = y[0]` or `x[:2] = y`.
error-mask-shape = A mask answers yes or no for each entry, so it must have their number: the mask is ({ $mask }), the tensor ({ $shape }).
error-mask-shape-try = Make the mask from the very tensor that it picks from, as in `x[x > 0]`.
error-gather-rank = `gather` wants an index for each place of the result, so the index must have as many dimensions as the tensor.
error-gather-rank-try = Give it the missing dimension: `x.gather(1, index.unsqueeze(1)).squeeze(1)` picks one entry of each row.
error-transpose-rank = `t` transposes matrices; with { $dims } dimensions it could not know which two to swap.
error-transpose-rank-try = Name them: `x.transpose(1, 2)`, or `x.mT` for the last two.
error-einsum-size = A letter stands for one size wherever it occurs. `{ $letter }` was { $before } first and is { $size } in operand { $operand }.
error-einsum-size-try = Write the shape of each tensor below its letters and compare; perhaps two letters are swapped.
error-topk-range = More values are asked for than there are in this dimension.
error-topk-range-try = Choose a smaller `k`, or another `dim`.
error-split-sum = The parts must add up to the whole, neither more nor less.
error-split-sum-try = Work the last part out of the others, `len(data) - first`; `random_split` also takes fractions such as `[0.8, 0.2]`.
error-empty-reduction = The tensor is empty, and of nothing there is no greatest or smallest.
error-empty-reduction-try = Find out why nothing is left: often a mask that nowhere holds, or a slice that ends before it begins.
error-singular = The matrix has no inverse: some of its rows are made of others, so the way back is lost.
error-singular-try = Use `torch.linalg.pinv` or `lstsq`, or add a small multiple of the identity. Look whether a column is all zeros or stands there twice.
error-negative-step = Slices of tensors only go forward; a negative step, which lists allow, is not possible.
error-negative-step-try = Use `x.flip(0)`.
error-target-size-warning = The loss compares prediction and target element by element, and their shapes differ: ({ $input }) and ({ $target }). Broadcasting then pairs every prediction with every target, and the loss is wrong, though no error comes.
error-target-size-warning-here = Here `{ $first }` is { $first-shape } and `{ $second }` is { $second-shape }.
error-target-size-warning-try = Give both one shape: `pred.squeeze(1)`, or `target.unsqueeze(1)`, or `target.view_as(pred)`.
error-transpose-warning = `T` turns the order of all dimensions round. With more (or fewer) than two that is rarely what is meant, and it will become an error.
error-transpose-warning-try = Use `x.mT` to transpose the last two, or `x.permute(...)` to say the order.
error-std-warning = The standard deviation divides by n - 1, and of a single value that is 0: the result is NaN.
error-std-warning-try = Take it over a dimension with more entries, or pass `correction=0`.

# Kinds of numbers that do not fit.

error-mean-of-integers = `{ $function }` gives fractions, and the dtype { $dtype } has no room for them. PyTorch does not guess another one.
error-mean-of-integers-here = `{ $tensor }` is of dtype { $tensor-dtype }.
error-mean-of-integers-try = Convert first: `x.float().{ $function }()`. Or make the tensor of floats, `torch.tensor([1., 2.])`.
error-grad-of-integers = A gradient says what a tiny change does, and whole numbers cannot change a little. These are integers.
error-grad-of-integers-try = Write `1., 2.`, or pass `dtype=torch.float32`.
error-inplace-cast = The result is { $result }, and an operation in place (`+=`, or with `_`) must keep the tensor's dtype, { $target }.
error-inplace-cast-try = Write `x = x + ...`, which may change the dtype, or make `x` a float tensor from the start.
error-matmul-dtypes = A matrix product does not convert: both sides must have one dtype, and here { $first } meets { $second }. NumPy makes float64 (Double), lists of whole numbers make int64 (Long); weights are float32 (Float).
error-matmul-dtypes-here = `{ $left }` is { $left-dtype }, `{ $right }` is { $right-dtype }.
error-matmul-dtypes-try = Convert the data, not the layer: `x.float()`.
error-matmul-dtypes-small = `+` and `*` convert dtypes by themselves, `@` does not: both matrices must be of one dtype.
error-matmul-dtypes-small-try = Convert the one of whole numbers with `.float()`.
error-input-bias-dtype = The layer computes in { $weight }, and its input is { $input }. Images come as bytes (uint8), NumPy arrays as double.
error-input-bias-dtype-try = Convert the input with `x.float()`; images usually also want `/ 255`. If “cuda” stands in one of the types, move both to one device.
error-not-implemented-for = This operation exists for some dtypes, and { $dtype } is not among them. Functions with fractional results want floats; `&`, `|` and the like want integers or bools.
error-not-implemented-for-try = Convert with `.float()`, or with `.bool()` or `.long()` for logic.
error-index-dtype = Indices are positions, so they must be whole numbers (or a mask of bools). Here they are floats.
error-index-dtype-here = `{ $index }` is of dtype { $index-dtype }.
error-index-dtype-try = Use `index.long()`, or write the numbers without a point.
error-embedding-dtype = An embedding looks rows up by their number, so its input must be whole numbers; it is { $got }.
error-embedding-dtype-try = Convert with `x.long()`, or do not convert the ids to floats before.
error-one-hot-dtype = `one_hot` puts a 1 at the place of each label, so the labels must be whole numbers of dtype int64.
error-one-hot-dtype-try = Convert the labels with `.long()`.
error-bool-subtract = Truth values cannot be subtracted.
error-bool-subtract-try = `~mask` turns a mask round, `a ^ b` tells where two differ; to count, convert with `.int()`.
error-bool-invert = `~` turns yes and no round, and this is a float tensor.
error-bool-invert-try = Compare first, `~(x > 0)`, or use `x.bool()`. For a sign, write `-x`.
error-condition-dtype = A condition or mask says yes or no for each element and must be of dtype bool.
error-condition-dtype-try = Compare, as in `x > 0`, or convert with `.bool()`.
error-overflow = The number is too large (or negative) for { $dtype }.
error-overflow-try = Choose a wider dtype, such as `torch.int64` or a float.
error-quantile-dtype = `{ $function }` works on floats only, and these are integers.
error-quantile-dtype-try = Convert with `x.float()`.
error-scatter-dtype = `{ $function }` writes one tensor into another without converting, so both need one dtype.
error-scatter-dtype-try = Convert the source: `src.to(x.dtype)`.
error-strings = A tensor holds numbers; text does not fit into it.
error-strings-try = Give every word or class a number first, say with a dict, and make the tensor of those.
error-string-dtype = A dtype is an object of torch, not a { $got }.
error-string-dtype-try = Write `torch.float32`, without quotes.
error-complex-warning = A complex number has two parts, and only the real one is kept here.
error-complex-warning-try = Say which is meant: `x.real`, or `x.abs()` for the size.

# Gradients and graphs.

error-no-graph = There is nothing to differentiate: no way leads from here back to a tensor with `requires_grad=True`, so autograd has recorded nothing.
error-no-graph-try = Set `requires_grad=True` on what is to be learnt, before it is used. If that is done, look for what cuts the way: `detach()`, `item()`, `torch.no_grad()`, or a new tensor made of numbers.
error-leaf-in-place = Autograd follows what is computed from a leaf, a tensor that you made with `requires_grad=True`. Changing its own values in place would have to be followed too, and cannot be.
error-leaf-in-place-here = Here the leaf is `{ $leaf }`.
error-leaf-in-place-try = An update of weights is not to be followed: put it under `with torch.no_grad():`. Anywhere else, leave the `_` (or `-=`) out and make a new tensor.
error-grad-of-non-leaf = Gradients are kept in leaves only, the tensors you made with `requires_grad=True`. This one was computed from others, so its `grad` stays None.
error-grad-of-non-leaf-here = Here it is asked for as `{ $tensor }`.
error-grad-of-non-leaf-try = Ask the leaf for its gradient. In a training loop, `w = w - ...` makes a computed tensor of the weight: update in place instead, `w -= lr * w.grad` under `torch.no_grad()`.
error-modified-in-place = To compute gradients, the way back needs values of the way forward (one of shape ({ $shape })), and an operation in place has overwritten them in between.
error-modified-in-place-try = Look for `+=`, `-=`, `x[...] = ` or a method with `_` after that value was computed, and write it as `y = y + 1`, which leaves the old values alone.
error-backward-twice = After `backward` the graph is given up, to free its memory. This one (or a part that two losses share) has been used already.
error-backward-twice-try = Compute the loss anew in each step of the loop, forward pass and all. For two losses, add them and call `backward` once. If something is carried from step to step, `detach()` it. `retain_graph=True` is rarely the cure.
error-backward-of-vector = `backward` starts from one number, the loss: only then is it clear what the gradient of “it” means. Here it was called on several.
error-backward-of-vector-here = `{ $output }` is { $output-shape }.
error-backward-of-vector-try = Reduce first: `y.sum().backward()` or `y.mean().backward()`. A loss function usually does, unless it has `reduction="none"`.
error-gradient-shape = The argument of `backward` weighs each element of the output, so it must have the output's shape: ({ $output }), not ({ $given }).
error-gradient-shape-try = Pass `torch.ones_like(y)`, or reduce with `sum()` and pass nothing.
error-grad-assigned-shape = A gradient has one number for each number of its tensor: ({ $size }), not ({ $given }).
error-grad-assigned-shape-try = Look for a transpose or a sum that is missing in what computes the gradient.
error-unused-input = The gradient is asked for with respect to a tensor from which the result was not computed.
error-unused-input-try = Pass the very tensor that went into the computation; a copy or a reshaped one made afterwards is another. `allow_unused=True` gives None in its place.
error-requires-grad-of-result = Whether a computed tensor requires a gradient follows from what it was computed of; it cannot be switched.
error-requires-grad-of-result-try = Use `y.detach()` for the same values without a graph, or switch the leaf before computing.
error-deepcopy-of-result = A tensor that was computed hangs in a graph, and that cannot be copied with it.
error-deepcopy-of-result-try = Copy the values: `x.detach().clone()`. In a module, do not keep computed tensors as attributes.
error-inference-tensor = A tensor that was made under `torch.inference_mode()` never takes part in gradients.
error-inference-tensor-try = Use `torch.no_grad()` for it, or `clone()` it outside of the block.
error-numpy-of-grad = A NumPy array knows nothing of graphs: what is done with it could not be followed, so PyTorch asks you to let go of the graph first.
error-numpy-of-grad-here = That is `{ $tensor }`.
error-numpy-of-grad-try = `x.detach().numpy()`; on an accelerator `x.detach().cpu().numpy()`.
error-scalar-warning = A plain number takes no graph with it: whatever is computed with it further on has no gradient.
error-scalar-warning-try = If it is for a log, write `loss.item()`, which says so. If it belongs to the computation, keep the tensor.
error-nan-gradient = On the way back, `{ $function }` has an infinite slope at one of its inputs, and a product with it is NaN: the root at 0, the logarithm of 0, a division by 0.
error-nan-gradient-try = Keep the input away from that point: `x.clamp(min=1e-8)` or `x + 1e-8`; or use the stable form, such as `log_softmax`.

# Modules and their layers.

error-init-missing = A module keeps its layers in a register, which `nn.Module.__init__` makes, and that has not run yet.
error-init-missing-try = Write `super().__init__()` as the first line of `__init__`.
error-forward-missing = Calling a module calls its method `forward`, and { $module } has none.
error-forward-missing-try = Define `def forward(self, x):` inside the class; look at its spelling and its indent. `ModuleList` only holds layers: call them in a loop, or use `nn.Sequential`.
error-parameter-assigned = `{ $name }` is registered as a { $what }, and a { $got } is none.
error-parameter-assigned-try = To change values, copy them in: `with torch.no_grad(): fc.weight.copy_(values)`. To replace it, wrap it: `nn.Parameter(values)`.
error-not-a-module = Each part must be a layer, an object of a class of `nn`; a { $got } is none.
error-not-a-module-try = Give `nn.Sequential` the layers one by one, or unpack the list: `nn.Sequential(*layers)`. A function such as `torch.relu` has a layer too, `nn.ReLU()`.
error-conv-channels = Images come as (batch, channels, height, width), and the layer was made for { $wanted } channels. In the input ({ $input }) the channels are { $got }.
error-conv-channels-here = `{ $input_tensor }` is { $input_tensor-shape }, `{ $weight_tensor }` is { $weight_tensor-shape }.
error-conv-channels-try = Grey images have 1 channel: `nn.Conv2d(1, ...)`. In a chain of layers, the input channels are the output channels of the layer before. If the channels stand last, move them with `permute(0, 3, 1, 2)`.
error-conv-rank = `{ $layer }` wants a batch, a tensor of { $batch } dimensions, or a single one of { $single }; this is ({ $size }). A grey image still has a dimension for its one channel.
error-conv-rank-try = Add what is missing: `unsqueeze(0)` for the channel, once more for the batch.
error-kernel-too-large = The image has become smaller than the window that is to slide over it. Each convolution without padding and each pooling takes some of its size away.
error-kernel-too-large-try = Print the shape after each layer. Use larger images, fewer pooling layers, or `padding`.
error-layer-norm-shape = The layer normalises over the last sizes ({ $wanted }), and the input is ({ $got }).
error-layer-norm-shape-try = Give `LayerNorm` the last size of its input.
error-batch-norm-one = In training, batch norm takes mean and variance over the batch, and a batch of one has no spread: the input is ({ $size }).
error-batch-norm-one-try = To try a single sample, call `net.eval()` first. In training, use larger batches, and `drop_last=True` where the last one may hold a single sample.
error-batch-norm-features = This batch norm was made for { $wanted } channels, and its input has { $got }.
error-batch-norm-features-try = Its argument is the number of channels (or features) of the layer before it.
error-input-rank = This layer is for inputs of { $wanted }; this one has { $got } dimensions.
error-input-rank-try = Use the variant that fits: 1d for features and sequences, 2d for images. Or look whether the tensor was flattened too early.
error-recurrent-size = The last size of the input is the number of features of each time step; the layer was made for { $wanted }, and { $got } come.
error-recurrent-size-try = Make the layer for { $got }, or look whether the dimensions are in the order (time, batch, features); with `batch_first=True` it is (batch, time, features).
error-embedding-range = An index points behind the last row. A table of n rows has the indices 0 to n - 1, and none below 0.
error-embedding-range-try = Print `x.max()`. Make the table larger: its first argument must be at least the largest index plus one.
error-dropout-range = Dropout wants the share of values to be dropped, from 0 to 1; { $got } is none.
error-dropout-range-try = For twenty per cent write 0.2.
error-init-rank = This way of initialising asks how many inputs and outputs a weight connects, and a vector, such as a bias, connects none.
error-init-rank-try = Use it for weights only; set a bias with `nn.init.zeros_`.
error-state-dict-missing = The saved weights and the model do not have the same names: { $keys }. Names come from the attributes of the class, such as `fc1.weight`.
error-state-dict-missing-try = Build the model by the same class that was saved. Compare `model.state_dict().keys()` with the keys in the file; a prefix such as `module.` comes from `DataParallel`.
error-state-dict-size = `{ $name }` was saved as ({ $saved }), and the model has ({ $model }) there.
error-state-dict-size-try = Build the model with the sizes with which it was saved, for instance the same number of classes.
error-load-whole-model = This file holds a whole object and not only tensors. Loading an object may run any code that was put into the file, so since torch 2.6 `torch.load` takes tensors alone.
error-load-whole-model-try = Save `model.state_dict()` and load it with `load_state_dict`. Pass `weights_only=False` only for a file that you made yourself.

# Losses and their targets.

error-target-dtype = The loss takes the number of the right class for each sample, and numbers of classes are whole: dtype int64 (Long).
error-target-dtype-here = `{ $target }` is { $target-dtype }.
error-target-dtype-try = Convert the labels: `y.long()`. Labels for a regression want another loss, `nn.MSELoss`.
error-target-probabilities = A target with the shape of the scores is taken for probabilities, one for each class, and those are floats. This one is { $got }.
error-target-probabilities-try = Give the numbers of the classes, of shape (batch,): `one_hot.argmax(1)`. Or convert the one-hot target with `.float()`.
error-target-multi = For scores of shape (batch, classes) the target has one number for each sample, of shape (batch,). This target has a dimension more.
error-target-multi-here = `{ $target }` is { $target-shape }.
error-target-multi-try = Take the extra dimension away with `y.squeeze(1)`; or, if it is one-hot, `y.argmax(1)`.
error-target-range = With C scores for each sample the classes are 0 to C - 1, and one label is { $label }.
error-target-range-here = `{ $scores }` is { $scores-shape }; its last size is C.
error-target-range-try = Labels that begin with 1 want `y - 1`. Otherwise the last layer has too few outputs: it needs as many as there are classes.
error-class-range = Labels are 0 to `num_classes` - 1, and one of them lies outside.
error-class-range-try = Print `y.max()` and `y.min()`; subtract 1 from labels that begin with 1, or raise `num_classes`.
error-batch-sizes = There are scores for { $input } samples and labels for { $target }.
error-batch-sizes-here = `{ $scores }` is { $scores-shape } and `{ $labels }` is { $labels-shape }.
error-batch-sizes-try = Take both from the same batch. If the first number is a multiple of the batch size, the network has flattened the batch away: use `torch.flatten(x, 1)`.
error-one-dimensional-scores = Scores of one dimension are those of a single sample, and here are { $count } labels.
error-one-dimensional-scores-try = The scores should have shape (batch, classes). Do not take `argmax` before the loss.
error-target-same-size = Binary cross-entropy compares prediction and target element by element, so their shapes must be equal; (n, 1) is another shape than (n,).
error-target-same-size-try = Give the target the missing dimension, `y.unsqueeze(1)`, or take it from the prediction, `pred.squeeze(1)`.
error-probabilities = This loss takes probabilities, and some of the values lie outside of 0 to 1. A last layer without a sigmoid gives any number.
error-probabilities-try = Use `binary_cross_entropy_with_logits` on the raw outputs; it is also the more stable form.
error-target-found-dtype = Prediction and target must be of one dtype here; one is { $found }, the other { $wanted }.
error-target-found-dtype-try = Convert the target: `y.float()`.
error-loss-not-called = `if`, `while`, `and`, `or` and `not` want one yes or no, and here are as many as the tensor has elements.
error-loss-not-called-here = `{ $tensor }` is { $tensor-shape }.
error-loss-not-called-try = Say how they count: `(x > 0).all()` or `.any()`. Element by element, write `&`, `|` and `~` with brackets round each comparison. If this is a loss, make it first and then call it: `nn.CrossEntropyLoss()(pred, y)`.
error-empty-truth = An empty tensor is neither true nor false.
error-empty-truth-try = Ask for what you mean: `x.numel() > 0` or `x.any()`.
error-softmax-dim-warning = `{ $function }` makes the numbers along one dimension sum to 1, and which one was not said; PyTorch guesses.
error-softmax-dim-warning-try = Pass `dim=1` for scores of shape (batch, classes), or `dim=-1`.
error-reduction-warning = `size_average` and `reduce` are an old way of saying how the losses of a batch become one.
error-reduction-warning-try = Write `reduction="mean"`, `"sum"` or `"none"`.

# Optimisers, schedules and data.

error-empty-parameters = The module has no parameters that it knows of. It sees layers that are attributes of `self`, but does not look into a plain list or dict.
error-empty-parameters-try = Put the layers into `nn.ModuleList` or `nn.Sequential`. A generator of parameters is also empty once it was used: call `net.parameters()` anew.
error-optimize-non-leaf = An optimiser changes tensors that are given, the leaves; this one was computed from others and would be computed anew in each step.
error-optimize-non-leaf-try = Give it the leaf. Make it in one go: `torch.randn(2, requires_grad=True)`, and scale or move it before with `.detach().requires_grad_()`.
error-optimize-tensor = An optimiser takes a collection of tensors, and this is a single one.
error-optimize-tensor-try = Put it into a list: `[w]`.
error-learning-rate = This setting may not be negative. The optimiser goes against the gradient by itself.
error-learning-rate-try = Use a small positive number, such as 0.1 or 0.001.
error-scheduler-order = The schedule moved on before the optimiser made a step, so the first learning rate is skipped.
error-scheduler-order-try = Call `scheduler.step()` after `optimizer.step()`, usually once at the end of an epoch.
error-dataset-sizes = A dataset pairs the first entries, the second ones and so on, so all its tensors must be of one length.
error-dataset-sizes-try = Compare `len(x)` and `len(y)`; a selection must be made of both.
error-workers-lost = A process that the loader started for `num_workers` ended before its work was done, mostly for want of memory that processes share.
error-workers-lost-try = Use `num_workers=0`: the program itself then reads the batches, and an error in your data set is told with its line.
error-workers-main = With `num_workers` above 0 the loader starts processes. On Windows and macOS each of them reads your program from the top, and would start processes again.
error-workers-main-try = Use `num_workers=0` here. In a program of your own, put what runs under `if __name__ == "__main__":`.

# CPU, GPU and what is where.

error-no-cuda = This build of PyTorch knows no NVIDIA GPU: it was made for the CPU alone. Whether there is a GPU in the machine does not matter to it.
error-no-cuda-try = Write code that fits any machine: `device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else "cpu"`, and `x.to(device)`. To use a GPU, install a build with CUDA.
error-no-mps = `mps` is the GPU of a Mac with Apple silicon, and this build of PyTorch cannot use one.
error-no-mps-try = Ask first, with `torch.backends.mps.is_available()`, and fall back on "cpu".
error-device-name = PyTorch has no device with the name `{ $name }`.
error-device-name-try = The usual ones are "cpu", "cuda" (NVIDIA, also AMD) and "mps" (Apple), perhaps with a number: "cuda:0".
error-two-devices = The tensors are on different devices, and an operation works on one only.
error-two-devices-here = `{ $here }` is on { $here-device }, `{ $there }` on { $there-device }.
error-two-devices-try = Move both to one: `x = x.to(device)`. Mind that a tensor's `to` returns a new tensor, so assign it; a module's `to` moves the module itself.
error-two-devices-named = Tensors on { $first } and on { $second } meet here, and an operation works on one device only.
error-two-devices-named-here = { error-two-devices-here }
error-two-devices-named-try = { error-two-devices-try }
error-cuda-to-numpy = A NumPy array lives in the memory of the CPU, and this tensor is on { $device }.
error-cuda-to-numpy-try = Bring it over first: `x.cpu().numpy()`; with a graph, `x.detach().cpu().numpy()`.
error-cuda-memory = The memory of the accelerator is full. In training most of it goes to the batch and to what is kept for the way back.
error-cuda-memory-try = Use smaller batches. Evaluate under `torch.no_grad()`, and add up `loss.item()` rather than `loss`, which keeps every graph.
error-cuda-assert = A check inside a GPU kernel failed; nearly always it is an index or a label outside of its range. The line shown may be a later one, for the GPU works behind the program.
error-cuda-assert-try = Run the same on the CPU, where the message is precise: `device = "cpu"`. Look at the smallest and largest label. After this error the program has to be started anew.
error-cuda-driver = This build of PyTorch could use an NVIDIA GPU, but the system's driver is missing or too old for it.
error-cuda-driver-try = Use "cpu" for this course, which is enough. `nvidia-smi` shows the driver; a newer one, or a build for an older CUDA, helps.
error-mps-float64 = The GPU of a Mac has no float64, and NumPy makes float64.
error-mps-float64-try = Convert first: `x.float().to("mps")`.

# NumPy and Python values.

error-copy-construct = `torch.tensor` makes tensors of numbers and lists. Given a tensor, it copies the values and leaves the graph behind, which is easily overlooked.
error-copy-construct-try = Say what you want: `x.clone()` for a copy that stays in the graph, `x.detach().clone()` for one that does not.
error-list-of-arrays = Each number of each array is converted by itself here, which is slow.
error-list-of-arrays-try = Join the arrays first: `torch.from_numpy(np.stack(arrays))`.
error-read-only-array = The tensor shares the array's memory, and that may not be written to. Changing the tensor would change it all the same.
error-read-only-array-try = Copy it: `torch.tensor(a)`, or `torch.from_numpy(a.copy())`.
error-not-an-array = `from_numpy` takes a NumPy array, and this is a { $got }.
error-not-an-array-try = `torch.tensor(...)` takes lists and numbers.
error-array-dtype = The array holds { $dtype }, and a tensor holds numbers only. “object” comes from lists of unequal lengths or of mixed kinds.
error-array-dtype-try = Make the array one of numbers: `array.astype(np.float32)`, or give texts a number each.
error-negative-strides = An array that was turned round with `[::-1]` is read backwards, and tensors cannot do that.
error-negative-strides-try = Copy it first: `torch.from_numpy(a[::-1].copy())`.
error-no-such-scalar = NumPy has no dtype { $dtype }.
error-no-such-scalar-try = Convert first: `x.float().numpy()`.
error-array-broadcast = The shapes { $shapes } do not fit: compared from the right, two sizes must be equal, or one of them 1.
error-array-broadcast-try = Print both shapes; `a[:, None]` adds a dimension of size 1.
error-array-truth = `if`, `and` and `or` want one yes or no, and an array gives one for each element.
error-array-truth-try = Say how they count: `.all()` or `.any()`; element by element write `&` and `|`.
error-array-reshape = There are { $count } elements, and ({ $wanted }) holds another number of them.
error-array-reshape-try = Choose sizes whose product is { $count }, or write -1 for one of them.
error-scalar-methods = With `dim`, `{ $function }` returns two tensors, the values and the indices, in one bundle.
error-scalar-methods-try = Take one of them: `x.{ $function }(dim=1).values`, or unpack: `values, indices = x.{ $function }(dim=1)`.

# What Python itself raises.

error-exit-call = The program ends itself here; what follows cannot run and cannot be checked.
error-exit-call-try = Leave the call of `exit` or `quit` out. A program ends by itself after its last line.
error-input-call = The program waits for somebody to type, and here nobody does.
error-input-call-try = Write the value into the program instead of asking for it.
error-recursion = A function calls itself, and that call does the same, without end.
error-recursion-try = Give it a case in which it returns without calling itself, and make sure that each call comes nearer to that case.
error-thread-refused = The program started so many threads that there was no room for another.
error-thread-refused-try = Is there a loop that starts them? A thread costs memory until it ends.
error-file-size = A file grew larger than one of the program may be, and was cut off there.
error-file-size-try = Write less: one checkpoint in place of many, or the numbers that are asked for.
error-shared-memory = Programs run here without memory that several processes share, which the worker processes of a `DataLoader` need.
error-shared-memory-try = Leave out `num_workers`, or set it to 0: the batches are the same.
error-blank = The blank `{ $blank }` is still in the program.
error-blank-try = Write something in its place.
error-name-import = `{ $name }` is what people call a module that they have imported, and this program has not imported it above.
error-name-import-try = Import it at the top: `import torch`, `import numpy as np`, `from torch import nn`, `import torch.nn.functional as F`, `import math`, ...
error-name-of-torch = `{ $name }` is a name of PyTorch, which lies in a module: by itself Python does not know it.
error-name-of-torch-try = Write where it lies: `torch.tensor`, `torch.float32`, `nn.Linear`. What a program has printed, such as `tensor([1])`, is not a program; write `torch.tensor([1])`.
error-name = When this line ran, nothing had the name `{ $name }` yet. Names come into being when a line assigns, defines or imports them, from top to bottom.
error-name-try = Assign or import `{ $name }` above this line. If it is meant as a text, put it in quotes.
error-local-unbound = A name that a function assigns anywhere belongs to that function throughout, and here `{ $name }` is read before it was assigned. The variable of this name outside is another one.
error-local-unbound-try = Pass `{ $name }` in as an argument and return the new value; or assign it first inside the function.
error-none-attribute = The value before `.{ $name }` is None, “nothing”. A function without `return` gives None, as does an attribute that was not filled yet, such as `grad` before `backward` or after `zero_grad`.
error-none-attribute-try = Find what is None on this line and where it should have come from. Gradients: call `backward()` first, and look at `grad` before `zero_grad()`.
error-number-attribute = This is a plain number ({ $kind }) and no tensor: `item()`, `float()`, NumPy or plain arithmetic has made one of it, without graph and without the methods of tensors.
error-number-attribute-try = Keep the tensor until `.{ $name }` is done, and call `item()` only for what is printed.
error-list-attribute = This is a Python { $kind }, and `{ $name }` belongs to tensors.
error-list-attribute-try = Make a tensor of it first: `torch.tensor(values)`, or `torch.stack(tensors)` where it holds tensors.
error-next-method = Iterators had a method `next` in Python 2; now there is a function.
error-next-method-try = Write `next(batches)`.
error-numpy-attribute = `{ $name }` is the way of NumPy or of lists; tensors have other names for it.
error-numpy-attribute-try = `astype` is `x.to(torch.float32)` or `x.float()`; `copy` is `x.clone()`; `append` and `concatenate` are `torch.cat([a, b])`; a length is `len(x)` or `x.numel()`.
error-module-attribute = In the module `{ $module }` there is nothing of the name `{ $name }`.
error-module-attribute-try = Look at its spelling and its capitals: classes are `nn.Linear`, functions `torch.relu`. Completion (Ctrl+Space in the editor) lists what there is. A file of your own with the name of a module hides the module.
error-attribute = A { $kind } has nothing of the name `{ $name }`: it is not one of its methods, and no line has put it there.
error-attribute-try = Look at its spelling. An attribute of your own class must be assigned in `__init__`, as `self.{ $name } = ...`. If you expected another type, print `type(...)`.
error-not-writable = `{ $name }` can be read and not assigned.
error-not-writable-try = Make a new tensor: `x = x.reshape(1, 2)` for another shape, `x = x.to(...)` for another dtype or device.
error-key = The dict has no entry for { $key }.
error-key-try = Print its keys, `list(d)`. `d.get(key)` gives None where there is none. Texts and numbers are different keys: "1" is not 1. Tensors as keys are compared by identity; use `item()`.
error-list-range = The { $kind } is shorter than the index needs. With n entries, the indices go from 0 to n - 1.
error-list-range-try = Print `len(...)` and the index. The last entry is -1. An empty { $kind } has no entry at all.
error-index-type = Entries of a { $kind } are found by their number, and this index is a { $got }.
error-index-type-try = Use a whole number, `int(i)` or `i.item()`. By name, entries are found in a dict. For several dimensions, `x[0][1]`, or a tensor.
error-not-callable = Brackets behind a value call it, and a { $kind } is no function.
error-not-callable-try = Leave the brackets out of `shape`, `T`, `grad` and the like, which are no methods. Look for a missing `*` before a bracket, and for a variable named like a function, as in `sum = 0`.
error-none-called = This value is None, “nothing”, and so it is not { $what }. Usually a function that should have given something has no `return`, or prints its result.
error-none-called-try = Find the line that made it. Methods that change their object, such as `list.append` or `list.sort`, return None: do not assign their result.
error-not-subscriptable = Entries cannot be picked from a { $kind } with square brackets.
error-not-subscriptable-try = A generator, such as `parameters()`, becomes a list with `list(...)`. A function is called with round brackets. A number has no entries.
error-not-iterable = Something wants to go through the parts of this value one by one, and a { $kind } has none to go through.
error-not-iterable-try = To count, use `range(n)`. An optimiser wants `net.parameters()`, not `net`; and a method must be called, with `()`.
error-scalar-iterated = A tensor of no dimensions is a single number, and has neither a length nor parts to go through.
error-scalar-iterated-try = Use it as it is, or `item()`. If you expected a vector, look where a reduction such as `sum()` lacks its `dim`.
error-no-length = A length belongs to what has entries, and a { $kind } has none that could be counted.
error-no-length-try = For a generator, count `len(list(...))`. For a module of layers, `sum(p.numel() for p in net.parameters())` counts its numbers.
error-operand-none = One side of `{ $operator }` is None, “nothing”.
error-operand-none-here = It is `{ $none }`.
error-operand-none-try = A `grad` is None before `backward()`, after `zero_grad()` and for tensors that were computed. A function that should give a value needs a `return`.
error-operand-types = `{ $operator }` does not know what to do with a { $left } and a { $right }.
error-operand-types-try = Bring both to one kind: `torch.tensor(...)` of a list, `int(...)` or `float(...)` of a text, `torch.from_numpy(...)` of an array.
error-concatenate = `+` joins a { $kind } to another { $kind } only, and the other side is a { $other }.
error-concatenate-try = To join a number to a text, write `"loss " + str(x)`, or use an f-string. To a list, use `append`.
error-multiply-sequence = A list or text times a whole number repeats it; it does not multiply its entries. Here the other side is a { $got }.
error-multiply-sequence-try = To multiply each entry, make a tensor: `torch.tensor(values) * 2.5`.
error-comparison-types = There is no order between a { $left } and a { $right }.
error-comparison-types-try = Convert one of them: `float("0.1")` makes a number of a text. `input` and files give texts.
error-missing-argument = `{ $function }` was called without { $names }, which has no default.
error-missing-argument-try = Give it in the call. If it is `self`, the method was called on the class: make an object first, `Net()`. A loss is called on `(prediction, target)`.
error-too-many-arguments = `{ $function }` was given more arguments than it takes. In a method, the object itself counts as the first, `self`.
error-too-many-arguments-try = Several values go in one list: `torch.tensor([1, 2])`. A method needs `self` as the first parameter of its definition. A class that takes arguments needs an `__init__`, with two underscores on each side.
error-unexpected-keyword = `{ $function }` has no parameter of the name `{ $name }`.
error-unexpected-keyword-try = Look at its signature: completion shows it behind the opening bracket. NumPy's `axis` and `keepdims` are `dim` and `keepdim` in PyTorch.
error-argument-combination = `{ $function }` can be called in several ways, and none of them takes these arguments: ({ $got }).
error-argument-combination-try = Compare with the ways in the original message: is a tensor wanted where a number stands, a whole number where a float stands, or a name that it does not have?
error-argument-type = The argument `{ $name }` of `{ $function }` must be a { $wanted }, and here it is a { $got }.
error-argument-type-try = Numbers and lists become tensors with `torch.tensor(...)`. Where “tuple of Tensors” is wanted, put the tensors into one list: `torch.cat([a, b])`. Sizes are whole numbers: use `//` instead of `/`.
error-unpack-many = On the left of `=` are { $wanted } names, and on the right come more values than that.
error-unpack-many-try = Count both sides. `x.shape` has as many sizes as there are dimensions. `enumerate` and `zip` give pairs: `for i, (x, y) in enumerate(loader)`.
error-unpack-few = On the left of `=` are { $wanted } names, and on the right { $got } values.
error-unpack-few-try = Count both sides; print the right one, `len(...)` or `.shape`.
error-unpack-not-iterable = Several names stand on the left of `=`, and on the right is one value, a { $kind }, that has no parts.
error-unpack-not-iterable-try = Return several values with commas, `return a, b`; or leave one name on the left.
error-number-of-text = This text does not spell such a number: { $text }.
error-number-of-text-try = Print the text; it may hold a space, a comma or a unit. `int` takes whole numbers only, so "1.5" wants `float`.
error-division-by-zero = Here something is divided by 0. (Float tensors would give inf or NaN; Python's numbers and integer tensors stop.)
error-division-by-zero-try = Print what stands below the line. A count is 0 where a loop did not run or a list is empty; `max(count, 1)` guards it.
error-module-missing = There is no module `{ $name }` in the Python that runs your program.
error-module-missing-try = Look at its spelling. This course runs programs with PyTorch, NumPy and Python's own modules; others are not needed, and cannot be installed from within a program.
error-import-name = The module `{ $module }` is there, and nothing in it has the name `{ $name }`.
error-import-name-try = Look at its spelling and its capitals. Layers are in `torch.nn`, optimisers in `torch.optim`, functions in `torch` or `torch.nn.functional`.
error-file-missing = There is no file `{ $file }` where the program looks. Programs of this course run in an empty folder of their own, without your files.
error-file-missing-try = Use what the exercise gives you, or write the data into the program.
error-unhashable = The key of a dict and the entry of a set must not change, and a { $kind } can.
error-unhashable-try = Use a tuple: `tuple(values)`.
error-item-assignment = A { $kind } cannot be changed once it is made.
error-item-assignment-try = Make a list of it, `list(x)`, or build a new one. A tensor can be changed with `x[0] = 3`.
error-whole-number = A whole number is wanted here, for counting. `/` always gives a float, even where it divides without a rest.
error-whole-number-try = Use `//` for whole numbers, or `int(...)`. Of a tensor, use `item()`.
error-format = A format such as `:.2f` is for one number, and this value is none.
error-format-try = Use `x.item()` or `x.mean().item()` for a tensor, `float(...)` for a text; or leave the format out.
error-empty-sequence = The sequence is empty, so there is nothing to take from it.
error-empty-sequence-try = Find out why: the loop that fills it did not run, or a condition was never true. `max(values, default=0)` names a value for that case.
error-assertion = An `assert` says what must be so, and it was not so. The program stops there on purpose.
error-assertion-try = Print both sides of its comparison before the line. If the `assert` is the exercise's, it shows what is wrong.
error-context-manager = `with` needs an object that can be entered, and a { $kind } cannot.
error-context-manager-try = Call it: `with torch.no_grad():`, with brackets.
error-super-arguments = `super()` works inside a method only, where there is a `self`.
error-super-arguments-try = Move the line into `def __init__(self):` of your class, indented.
error-math-domain = This function has no (finite) value there: no root or logarithm of a negative number, no power so large.
error-math-domain-try = Print the argument. `torch` gives NaN or inf in such places instead of stopping.
error-iterator-exhausted = There is no next one: the iterator has come to its end.
error-iterator-exhausted-try = Make a new one, `iter(loader)`, or go through it with `for`, which stops by itself.
error-not-in-list = What is looked for is not in the list.
error-not-in-list-try = Ask first: `if x in values`. Mind that "1" and 1 are different.
error-invalid-value-warning = NumPy's `{ $function }` met a value without an answer ({ $what }), and has put NaN or inf into the result.
error-invalid-value-warning-try = Look where the input is 0 or negative, or too large.

# What Python cannot read.

error-not-closed = The bracket `{ $bracket }` is opened and never closed, so Python reads on and on.
error-not-closed-try = Count the brackets of this line. The place named is where it opens; the end is often missing some lines further down.
error-unmatched = A bracket closes what was not opened, or not by this kind of bracket.
error-unmatched-try = Put the cursor beside a bracket: the editor shows its partner.
error-colon = Lines with `if`, `for`, `while`, `def`, `class`, `with`, `else` end in a colon, which opens the block below.
error-colon-try = Put `:` at the end of the line.
error-indent-missing = After { $what } on line { $opening } something must stand indented, and nothing does.
error-indent-missing-try = Indent the lines that belong to it by four spaces; write `pass` where nothing is to be done yet.
error-indent-unexpected = The line begins further right (or left) than its neighbours, though no block begins or ends there.
error-indent-unexpected-try = Line it up with the lines it belongs to. Use spaces only, four for each level.
error-text-not-closed = A text begins with a quotation mark, and the one that ends it is missing on this line.
error-text-not-closed-try = Close it with the same mark, ' or ". For texts of several lines use three: """.
error-print-statement = `{ $name }` is a function since Python 3, and functions are called with brackets.
error-print-statement-try = Write `{ $name }(...)`. Old tutorials leave the brackets out.
error-assign-compare = A single `=` assigns a value to the name on its left; `==` asks whether two values are equal.
error-assign-compare-try = In a condition write `==`. On the left of `=` stands a name, `x[...]` or `self.x`, and no computation.
error-comma = Two values stand beside each other with nothing between.
error-comma-try = Put a comma between them, or an operator such as `*`, which Python does not leave out.
error-wide-character = A sign stands there that Python's grammar does not know, such as a full-width bracket or a curly quotation mark. It looks like the usual one and is another character.
error-wide-character-try = Type it anew with the keyboard set to English: ( ) , : ' ".
error-outside = `{ $word }` has a meaning inside a function (`return`) or a loop (`break`, `continue`) only, and by its indent this line is in none.
error-outside-try = Indent it to where it belongs.
error-argument-order = In a call, arguments without a name come first; Python tells them by their place.
error-argument-order-try = Move the named ones to the end, or name all that follow.
error-number = A number goes over into letters, or begins with a 0. Names may not begin with a digit, and nothing is multiplied by standing beside it.
error-number-try = Write `2 * y`, rename `2x` to `x2`, and write 8 instead of 08.
error-invalid = Up to here Python could read the line, and what comes next does not continue it.
error-invalid-try = Look just before the mark: a missing operator, comma, bracket or colon; a word of Python, such as `class` or `lambda`, used as a name; two statements on one line. `x++` is `x += 1`.
error-is-literal-warning = `is` asks whether two names mean the very same object, not whether values are equal; with a number or a text the answer is a matter of luck.
error-is-literal-warning-try = Write `==`.
