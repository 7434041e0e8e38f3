# What a tutor says when an answer is what the solution becomes by one slip: mutant-KIND. It tells what the learner's
# program does, never what would be right. INSTEAD is the operation as the learner has it; WHAT is changed, dropped or added.

mutant-dim = { $what ->
    [dropped] This is what comes out when no dimension is named: all elements are taken together, or the call is refused.
   *[changed] This is what `{ $instead }` gives. What does each dimension count, and along which of them should this step work?
 }
mutant-keepdim = { $what ->
    [dropped] Here the dimension that is reduced disappears, so what comes out no longer lines up with the tensor it came from.
   *[added] Here the dimension that is reduced stays, with length 1.
 }
mutant-reduction = This is what `{ $instead }` gives. Is that what should become of the elements?
mutant-pair = { $what ->
    [dropped] With a dimension, `max`, `min` and `sort` give two things: values and indices. This is the pair.
   *[changed] Of the pair of values and indices, this is `{ $instead }`.
 }
mutant-product = This is what `{ $instead }` gives. `@` takes rows times columns and adds up; `*` takes element times element and adds nothing up.
mutant-rearranged = { $instead ->
    [reshape] The shape is right, but the elements were only read off in their order and cut into new rows. Rows and columns have not changed places.
   *[other] Rows and columns have changed places here; the elements are no longer read in their old order.
 }
mutant-transposed = { $what ->
    [dropped] This is what comes out when the dimensions stay in the order they came in. In which order are they needed here?
   *[added] This is what comes out when the dimensions change places. In which order are they needed here?
 }
mutant-joined = This is what `{ $instead }` gives. Does the task ask for a new dimension, or for one that grows, and which?
mutant-dtype = { $what ->
    [dropped] This is what comes out when no dtype is asked for, and torch chooses one.
   *[changed] This is what `{ $instead }` gives.
 }
mutant-tensor-class = This is what `torch.Tensor`, with a capital letter, makes: always 32-bit floats, and of a single integer an uninitialised tensor of that length.
mutant-device = This tensor was made where tensors are made by default, since no device was named for it.
mutant-inherited = This is what `{ $instead }` makes. It knows nothing of the tensor that dtype and device were to come from.
mutant-filled = This is what `{ $instead }` gives.
mutant-normalised-twice = The scores went through `{ $instead }` before the loss. That loss does it itself, so here it happens twice.
mutant-zero-grad = { $what ->
    [dropped] Here gradients are never set back to zero, so every `backward` adds to what earlier rounds left behind.
   *[changed] Here gradients are set to zero after `backward` and before `step`, so that the step finds nothing to go by.
 }
mutant-mode = { $what ->
    [dropped] Here the model stays in the mode in which it was. Dropout and batch normalisation behave differently in training and in evaluation.
   *[changed] Here the model is in the mode of `{ $instead }()`.
 }
mutant-detached = { $what ->
    [dropped] Here the graph is recorded all the way; nothing keeps this part out of it.
   *[added] Here the result is cut off from the graph, and no gradient comes back through it.
 }
mutant-requires-grad = No gradient is recorded for this tensor: nobody asked for one when it was made.
mutant-in-place = This is what `{ $instead }` does. `+=` and methods that end in an underscore change the tensor itself, for all who hold it; `=` and other methods make a new tensor.
mutant-super-init = The class does not call `super().__init__()`, so `nn.Module` has not got ready to take layers and parameters.
mutant-module-list = The layers lie in a plain list, which `nn.Module` does not look into: their parameters are not registered.
mutant-correction = This is what the default correction gives, division by n - 1.
mutant-seed = The numbers are others at every run, for nothing sets the seed before they are drawn.
mutant-printed = The result is printed here and then gone: the function itself returns `None`.
mutant-lost-result = `{ $instead }` returns its result and leaves the tensor as it was; here nobody keeps what it returns.
mutant-early-return = This is what comes after the first round: the `return` stands inside the loop and ends it.
mutant-sign = { $what ->
    [dropped] This is what comes out without the minus sign.
   *[changed] This is what `{ $instead }` gives here. In which direction should it go?
 }
mutant-function = { $what ->
    [dropped] This is what comes out when one function is never applied. Go through the steps of the task again: which one is missing?
   *[changed] This is what `{ $instead }` gives.
 }
mutant-off-by-one = This is one off: it is what `{ $instead }` gives. Look at the first and the last one that count.
mutant-comparison = This is what the comparison with `{ $instead }` gives. Think of the other side, and of the case that both are equal.
mutant-squeezed = This is what comes out when a dimension of length 1 is not added or taken away; where two tensors meet, broadcasting then stretches it.
mutant-reshaped = This is what comes out when the shape is left as it was.
mutant-size-order = This is what the sizes `{ $instead }` give. Which comes first, rows or columns?
mutant-order = The parts are right, but in the order `{ $instead }`.
mutant-factor = This is what comes out when a factor, a divisor or an exponent is left out. Compare the formula piece by piece.
mutant-term = This is what comes out when a term of the sum is left out. Compare the formula piece by piece.
mutant-operator = This is what `{ $instead }` gives here.
mutant-conversion = This is what comes out without one conversion. Look at which type, dtype and device are asked for, and whether a copy is.
mutant-statement = This is what comes out when one step is never taken. Go through the steps of the task in order.
mutant-constant = This is what `{ $instead }` gives. Look at that value again.
mutant-unfilled = This is what adding to memory that was never cleared gives: `{ $instead }` hands it out with whatever was in it, where zeros are needed.
mutant-copied = Here nothing is copied: both names stand for the same memory, so a change through one is seen through the other. `clone()` makes a copy.
mutant-number = This is still a tensor, not a plain number; where gradients are recorded, it keeps its graph alive. `item()` takes the number out of it.
mutant-hidden-edit = An edit through `.data` is hidden from autograd: the values change, but the gradients are those of the values before.
mutant-family = This is what `{ $instead }` gives. Compare what it computes with what the task asks for.
mutant-forgotten = This is what comes out when an argument keeps its default. Look through the arguments that the call takes.
mutant-end = This is what the slice `{ $instead }` takes. Look at where it begins and where it ends.
mutant-axis = This is what comes out when the first dimension is indexed in place of the one that is meant.
mutant-exchanged = This is what comes out with two things the other way round: `{ $instead }`.
mutant-layer = This is what comes out when one layer is left out. Follow the data through them: which one is missing?
mutant-filter = This is what comes out when every item counts, whether or not it meets the condition of the task. Which ones are to be left out?
mutant-bound = This is what `{ $instead }` gives. Which side is to be cut off?
