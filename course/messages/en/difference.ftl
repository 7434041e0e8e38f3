# How a tensor differs from the expected one: in the report, over the whole screen, in plain mode.

app-side-difference = difference
app-fact-error = error
app-fact-nan = NaN
app-fact-inf = infinite
app-fact-requires_grad = requires_grad
app-fact-unlike = { $count } of { $total } differ, first at { $first }
app-fact-error-absolute = { $error } at { $index }
app-fact-error-both = { $error } at { $index }, relative { $relative } at { $where }
app-offer-difference = Look at the difference closely

difference-count = { $count } of { $total } differ
difference-shapes = expected { $shape }
difference-block = { $rows } × { $columns } per cell
difference-first = first at { $index }
difference-absolute = largest error { $error } at { $index }
difference-relative = largest relative error { $error } at { $index }
difference-special = { $name }: yours { $ours }, expected { $theirs }

app-help-difference = In a difference
app-do-difference = difference
app-do-difference-help = Shows how your result differs over the whole screen
app-do-look-around = move
app-do-look-around-help = Moves by one element
app-do-look-far = move far
app-do-look-far-help = Moves by a page, or to the ends of a row
app-do-closer = closer
app-do-closer-help = From signs to numbers, and from the closest back to all of it
app-do-farther = farther
app-do-farther-help = From numbers to signs, to see more at once
app-do-differing-after = next that differs
app-do-differing-after-help = Goes to the next element that differs, on any slice
app-do-differing-before = the one before
app-do-differing-before-help = Goes to the element before that differs
app-do-slice-after = next slice
app-do-slice-after-help = Goes to the next slice of a tensor of three or more dimensions, or part of a large one
app-do-slice-before = slice before
app-do-slice-before-help = Goes to the slice or part before
app-do-leave-difference = back
app-do-leave-difference-help = Goes back to the lesson

plain-difference-count = { $count } of { $total } elements differ.
plain-difference-told = { $told }.
plain-difference-element = At { $index }: yours { $ours }, expected { $theirs }, difference { $error }.
