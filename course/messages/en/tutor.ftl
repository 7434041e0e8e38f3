# What a tutor says of a wrong result: what it is beside the expected one, and what to look at. Never the solution.

# Where the elements went
tutor-transposed = Your result is the expected one transposed: its rows are the expected columns. Look at which dimension each operation works along, and at the order of a product's factors.
tutor-permuted = Your result is the expected one with its dimensions in another order: what you return is `expected.permute{ $axes }`. Say for each dimension what it counts, and where it should stand.
tutor-reversed = Your result is the expected one in reverse. Look at where you begin to count, and in which direction.
tutor-reversed-along = Your result is the expected one reversed along dimension { $dim }. Look at the order in which you take or put things there.
tutor-reversed-all = Your result is the expected one reversed along every dimension. Look at the order in which you take or put things.
tutor-rolled = Your result is the expected one rolled along dimension { $dim } by { $by }: every element is there, but some steps from its place. Look at your indices, and at what leaves at one end and comes in at the other.
tutor-squeezed = The elements are right, but { $count ->
    [one] a dimension of size 1 is
   *[other] { $count } dimensions of size 1 are
 } missing: your shape is `{ $actual }`, expected is `{ $expected }`. Look for what drops a dimension: an index, a reduction, a `squeeze`.
tutor-unsqueezed = The elements are right, but there { $count ->
    [one] is a dimension of size 1
   *[other] are { $count } dimensions of size 1
 } too many: your shape is `{ $actual }`, expected is `{ $expected }`. Look for what keeps or adds a dimension.
tutor-flattened = The elements are right and in order, but in one row: your shape is `{ $actual }`, expected is `{ $expected }`. Look for what gives up the dimensions.
tutor-reshaped = The elements are right and in order, but the shape is `{ $actual }` instead of `{ $expected }`. Say for each dimension what it should count.
tutor-other-order = All elements are there, but read in the other order: column by column where it should be row by row, or the reverse. A new shape alone never swaps dimensions; look at how you get from one shape to the other.
tutor-table = Your result is a table of { $size } × { $size }, and its diagonal is the expected result: every element met every other. Two operands of different shapes were broadcast against each other; print the shape of both.

# What was reckoned
tutor-negated = Your result is the expected one with the sign turned. Look at what is subtracted from what.
tutor-inverted = Your result is true exactly where it should be false. Look at the direction of the comparison, or at a missing or needless negation.
tutor-zeros-for-ones = Your result has zeros exactly where ones are expected, and ones where zeros are. Look at which of the two you begin with, and which you put in.
tutor-counted-once = Your numbers are the expected ones, but never larger than 1. With `x[index] += 1` an index that occurs several times counts once: every place is read, raised and written back together. Look for a call that counts, or adds up, each of them.
tutor-truncated = Your numbers are the expected ones without what follows the decimal point. Look for whole numbers where fractions are needed: `//`, `int(...)` or an integer dtype.
tutor-floored = Your numbers are the expected ones rounded down. Look for `//` and `floor` where fractions are needed.
tutor-rounded = Your numbers are the expected ones rounded to whole numbers. Look for what rounds too early.
tutor-absolute = Your numbers are the expected ones without their signs. Look for where the sign is lost: `abs`, a square and a root, a norm.
tutor-squared = Your numbers are the squares of the expected ones. Look for a root that is missing, or a square too many.
tutor-rooted = Your numbers are the square roots of the expected ones. Look for a root too many, or a square that is missing.
tutor-exponential = Your numbers are `exp` of the expected ones. Look at whether logarithms are wanted, or what comes before them.
tutor-logarithm = Your numbers are `log` of the expected ones. Look at whether logarithms are wanted, or what they stand for.
tutor-reciprocal = Your numbers are one divided by the expected ones. Look at which side of the division is which.
tutor-sum-for-mean = Your numbers are `{ $where }` = { $size } times the expected ones: that is what a sum gives where a mean is meant.
tutor-mean-for-sum = Your numbers are the expected ones divided by `{ $where }` = { $size }: that is what a mean gives where a sum is meant.
tutor-n-minus-one = Your numbers are the expected ones times n / (n − 1), with n = `{ $where }` = { $size }. Look at what you divide by: n − 1 corrects a variance, n does not.
tutor-n = Your numbers are the expected ones times (n − 1) / n, with n = `{ $where }` = { $size }. Look at what you divide by: n − 1 corrects a variance, n does not.
tutor-n-minus-one-root = Your numbers are the expected ones times the root of n / (n − 1), with n = `{ $where }` = { $size }. Look at what the variance is divided by below the root: n − 1 or n.
tutor-n-root = Your numbers are the expected ones times the root of (n − 1) / n, with n = `{ $where }` = { $size }. Look at what the variance is divided by below the root: n − 1 or n.
tutor-times-root = Your numbers are the expected ones times the root of `{ $where }` = { $size }. Look at the factor that keeps the scale.
tutor-over-root = Your numbers are the expected ones divided by the root of `{ $where }` = { $size }. Look at the factor that keeps the scale.
tutor-scaled = Your numbers are { $factor } times the expected ones, all of them. Look for a factor that is missing, or one too many.
tutor-shifted = Your numbers are all larger than the expected ones by { $by }. Look for a constant that is added, or not taken away.
tutor-shifted-down = Your numbers are all smaller than the expected ones by { $by }. Look for a constant that is taken away, or not added.
tutor-overflow = { $count ->
    [one] One element is
   *[other] { $count } elements are
 } infinite or NaN where the expected value is finite; the rest is right. Unless you put them there yourself, a number on the way becomes too large or a division is by zero. Look at what `exp`, `log` and `/` are given there, and for a form that stays small.

tutor-uninitialised = Some of your numbers are whatever lay in memory before: `{ $name }` reserves memory and does not write to it, and not every element was given a value afterwards.

# What it is besides its values
tutor-type-only = The values are right; only what holds them is not: { $actual ->
    [tensor] a tensor
    [ndarray] a NumPy array
    [list] a list
    [tuple] a tuple
    [int] an int
    [float] a float
    [bool] a bool
   *[other] another kind of value
 } where { $expected ->
    [tensor] a tensor
    [ndarray] a NumPy array
    [list] a list
    [tuple] a tuple
    [int] an int
    [float] a float
    [bool] a bool
   *[other] another kind of value
 } is expected. Look at what turns one into the other: `item`, `tolist`, `numpy`, `float`, `torch.tensor`, and of several tensors `torch.stack`.
tutor-dtype-only = The values are right; only the dtype is not: `{ $actual }` instead of `{ $expected }`. Look at where the elements get their dtype.
tutor-device-only = The values are right; only the device is not: `{ $actual }` instead of `{ $expected }`. Look at where the tensor is made, and where it is moved.
tutor-detached = The values are right, but they have lost their way back: no gradient can flow from them. Look for `detach`, `no_grad`, `item`, `.data`, or a tensor made anew from numbers.
tutor-tracked = The values are right, but autograd still follows them, which is not wanted here. Look at what should happen outside the graph.
tutor-accumulated = The gradient is { $times } times the expected one. Either `backward` ran { $times } times and the old gradient was never cleared, or a factor is off, such as a sum where a mean is meant.
tutor-view-for-copy = Your result shares its memory with the input: a change of one would change the other. A result of its own is wanted here.
tutor-copy-for-view = Your result has a memory of its own; wanted is one that shares the input's, so that a change of one shows in the other.
tutor-changed-in-place = Your program changes its input. Look for operations that end in `_`, for `+=` and its like, and for assignments to an index.
tutor-input-returned = Your result is `{ $input }` as it was given. Look at whether what you computed is what you return or bind.
tutor-none-printed = The right value was printed, but the result is `None`: printing shows a value to people and hands nothing on. Look at what your function returns.

# Where it is right
tutor-square-only = It is right where there are as many rows as columns, and wrong elsewhere. Look at which dimension you use for what: in a square they cannot be told apart.
tutor-first-only = It is right in the first of { $cases } cases alone. Look for a size or a value that fits that case only, written as a number where it should follow from the input.

# Where one change to the learner's own program makes it right: which change, stays untold
near-changed = Nearly right: one thing on this line is not what is needed, `{ $found }`. With something else in its place, all of this check passes.
near-dropped = Nearly right, but one thing on this line is too much: `{ $found }`. Without it, all of this check passes.
near-missing = Nearly right, but one step is missing on this line: something has still to be done with `{ $found }`. Then all of this check passes.
near-added = Nearly right, but one thing is missing on this line. With it, all of this check passes.
near-returned = What is wanted is there: `{ $found }`. Look at what your program does with it afterwards, and at what it hands on.
near-moved = Every step is there, but this one comes at the wrong time: `{ $found }`. Go through the lines in the order in which they run; what has to happen before, how often, and when?
near-brackets = Nearly right, but what belongs together on this line is grouped otherwise: `{ $found }`. Which operation is done first? Brackets decide.
near-kept = This line works something out and then drops it: `{ $found }`. The call returns its result and leaves what it was called of as it was; keep what it returns.
near-exchanged = Nearly right, but two things stand in each other's place: `{ $found }`. What is each of them for?
near-step = Nearly right, but a step is missing before this line. What has to be done anew each time, or once, before it?
near-name = Nearly right, but `{ $found }` is not the name that is needed on this line. What does each of your names stand for here?
near-two = { $what ->
    [added] Two things keep this check from passing. The first: something is missing on this line. Were it there, the second would remain.
    [missing] Two things keep this check from passing. The first: something has still to be done with `{ $found }` on this line. Were it done, the second would remain.
    [dropped] Two things keep this check from passing. The first: `{ $found }` on this line is too much. Were it gone, the second would remain.
   *[changed] Two things keep this check from passing. The first: `{ $found }` on this line is not yet what is needed. Were it right, the second would remain.
 }

# What is so, where nobody knows how it came about
fact-constant = Your result is the same in all { $cases } cases, whatever is given. Look for numbers and sizes that stand in your program and should come from the input.
fact-unused = `{ $function }` is given `{ $name }` and makes no use of its value. What is it for?
fact-shape = Your result has the shape `{ $actual }` in every case; expected is `{ $expected }`. Say for each dimension what it counts, and follow the shapes through your lines one by one.
fact-none = Your result is `None`, or holds it, where a value is expected. A function without `return` gives it, and so does what only changes or shows something: `backward`, `append`, `print`. The `.grad` of a tensor is `None` too until a gradient has reached it.
fact-nan = { $count ->
    [one] One of your elements is
   *[other] { $count } of your elements are
 } NaN, “not a number”. That comes from `log` or `sqrt` of a negative number, of 0 / 0, and of infinity less infinity; from there it spreads. Print what goes into these.
fact-infinite = { $count ->
    [one] One of your elements is
   *[other] { $count } of your elements are
 } infinite. That comes from a division by 0, from `log` of 0, and from `exp` of large numbers. Print what goes into these.
fact-one-of = Your result is the part at position { $position } of the { $count } that are expected together. Look at what else is to be handed on.
fact-among = The right value is the part at position { $position } of the { $count } that you hand on together. Look at what your last step gives back.
fact-picked = You take elements of `{ $input }`, as you should, but not the right ones. At `{ $place }` of the result stands `{ $input }{ $actual }`; there should be `{ $input }{ $expected }`. Which index has to do with which dimension?
fact-shuffled = Your result has exactly the right elements, but not in the right order. Look at the order in which you take them and put them down.
fact-too-many = All the right elements are among yours, but there { $count ->
    [one] is one
   *[other] are { $count }
 } too many. Look at what should have been left out, or put together.
fact-too-few = Each of your elements is a right one, but { $count ->
    [one] one is
   *[other] { $count } are
 } missing. Look at what gets lost on the way.
fact-wrong-first = Your result is wrong at the first place along dimension { $dim } and right everywhere else. What is special there?
fact-wrong-last = Your result is wrong at the last place along dimension { $dim } and right everywhere else. What is special there?
fact-wrong-ends = Your result is wrong at the two ends of dimension { $dim } and right everywhere else. What is special there?
fact-wrong-diagonal = Your result is wrong on the diagonal and right everywhere else. What is special there?
fact-wrong-above = Your result is wrong above the diagonal and right everywhere else. What is special there?
fact-wrong-below = Your result is wrong below the diagonal and right everywhere else. What is special there?
fact-wrong-where-negative = Your result is wrong only where `{ $input }` is negative. Follow one such element through your lines.
fact-wrong-where-zero = Your result is wrong only where `{ $input }` is 0. Follow one such element through your lines.
fact-wrong-where-positive = Your result is wrong only where `{ $input }` is positive. Follow one such element through your lines.
fact-wrong-zero = Your result is wrong only where 0 is expected. Follow one such element through your lines.
fact-wrong-negative = Your result is wrong only where a negative number is expected. Follow one such element through your lines.
fact-wrong-positive = Your result is wrong only where a positive number is expected. Follow one such element through your lines.
fact-sums-to-one = In the expected result the elements along dimension { $dim } add up to 1; in yours { $yours ->
    [-1] that is so in { $right } of { $lines } places.
   *[other] those along dimension { $yours } do.
 } Look at what you divide by, and along which dimension it was added up.
fact-exp-sums-to-one = The expected result holds logarithms of probabilities: `exp` of it adds up to 1 along dimension { $dim }. With yours it { $yours ->
    [-1] does so in { $right } of { $lines } places.
   *[other] does so along dimension { $yours }.
 }
fact-mean-zero = In the expected result the mean along dimension { $dim } is 0; in yours { $yours ->
    [-1] it is so in { $right } of { $lines } places.
   *[other] the one along dimension { $yours } is.
 } Look at what you subtract, and along which dimension it was averaged.
fact-norm-one = In the expected result what lies along dimension { $dim } has length 1, the root of the sum of its squares; in yours { $yours ->
    [-1] that is so in { $right } of { $lines } places.
   *[other] it is so along dimension { $yours }.
 } Look at what you divide by.
