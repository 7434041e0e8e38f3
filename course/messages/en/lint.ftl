# What the linter finds: lint-CODE says what is wrong, lint-CODE-fix what to do.

lint-error = error
lint-warning = warning

lint-unusable = { $problem }
lint-unusable-fix = Mend the file; nothing else in it is looked at before.
lint-few-hints = `{ $step }` has { $count ->
    [0] no hint
    [one] one hint
   *[other] { $count } hints
 }; it should have { $least } at least
lint-few-hints-fix = Write hints that come closer step by step, the last one nearly the answer.
lint-few-mistakes = `{ $step }` has { $count ->
    [0] no mistake
    [one] one mistake
   *[other] { $count } mistakes
 }; it should have { $least } at least
lint-few-mistakes-fix = Add wrong programs that learners write, each with the sentence a tutor would say; they prove the checks, too.
lint-long-page = `{ $step }` has { $lines } lines of words; a page should stay under { $most }
lint-long-page-fix = Split it into two steps.
lint-translation-missing = `{ $lesson }` has no words in `{ $language }`
lint-translation-missing-fix = Write them; until then learners read the original.
lint-translation-partial = `{ $step }` is not translated whole; missing: { $keys }
lint-translation-partial-fix = Add the missing words.
lint-translation-unstamped = the translation of `{ $step }` does not say which words it was made from
lint-translation-unstamped-fix = When it is right, add `of: "{ $of }"` to it, so that a later change of the original is noticed.
lint-translation-outdated = the original of `{ $step }` changed after it was translated
lint-translation-outdated-fix = Bring the translation up to date, then set `of: "{ $of }"`.
lint-author-fault = the author's code failed: { $why }
lint-author-fault-fix = Mend setup, givens, solution or probe; run the solution by itself first.
lint-unobservable = what `{ $check }` observes in the solution can be compared by its type alone, so any other value of it would pass
lint-unobservable-fix = Observe tensors, numbers, text, lists of these, or a property of the value.
lint-solution-fails = the solution does not pass: { $why }
lint-solution-fails-fix = See it with `check --replay { $replay }`; either the solution or the check is wrong.
lint-solution-flaky = the solution passes, but not with every case set: { $why }
lint-solution-flaky-fix = See it with `check --replay { $replay }`; loosen a tolerance, tame the inputs, or judge random results by `satisfies`.
lint-solution-warns = the solution makes torch warn at line { $line }: { $why }
lint-solution-warns-fix = Write it so that it does not; learners copy solutions.
lint-starter-passes = the starting code passes
lint-starter-passes-fix = Take the answer out of the starter, or ask for more in the checks.
lint-mistake-passes = this wrong program passes
lint-mistake-passes-fix = Add a check or a case that tells it from the solution.
lint-mistake-flaky = this wrong program is found out, but not with every case set
lint-mistake-flaky-fix = See it with `check --replay { $replay }`; choose inputs for which it cannot come out right, or alike another, by chance.
lint-mistake-unsaid = this wrong program fails, but gets no sentence: { $why }
lint-mistake-unsaid-fix = A mistake is recognised by what its first failing check observes; an exception's type or NaN alone is not enough.
lint-mistake-other = this wrong program gets the sentence of mistake { $other }: { $says }
lint-mistake-other-fix = Put the more special mistake first, or add a check that tells the two apart.
lint-mutant-survives = with { $change } in its place the solution still passes
lint-mutant-survives-fix = Add a check or a case that tells the two apart. If both are right, say so under `survivors`: `change`, `line` ({ $line }) and `because`.
lint-survivor-unknown = { $change ->
    [any] no change is made in line { $line } of the solution
   *[other] no change of line { $line } of the solution is { $change }
 }
lint-survivor-unknown-fix = Take change and line from what `lint --mutate` tells, or delete the entry.
lint-survivor-killed = { $change ->
    [any] the checks find out all changes of line { $line }, which are argued to survive
   *[other] the checks find out { $change } in line { $line }, which is argued to survive
 }
lint-survivor-killed-fix = If the change is wrong, delete the entry; if it is right, loosen the check that refuses it.
lint-snippet-fails = the snippet does not run to its end: { $why }
lint-snippet-fails-fix = Mend it; a program that should raise belongs into a quiz or an exercise.
lint-snippet-warns = the snippet makes torch warn: { $why }
lint-snippet-warns-fix = Write it so that it does not, or explain the warning beside it.
lint-quiz-fails = the snippet of the quiz does not run to its end: { $why }
lint-quiz-fails-fix = Mend it; what it prints is the answer.
lint-quiz-answer = the snippet prints { $printed }, which is none of the choices
lint-quiz-answer-fix = Make one choice exactly what it prints.

cli-lint = Proves a course: solutions pass, starters do not, mistakes get their sentences, snippets run, translations are there.
    PATH is a course's directory or name, or one lesson file; without it, the built-in course. Exits with 0 when
    nothing is found, 1 when something is, 2 when a file cannot be used.
cli-option-seeds = With how many case sets each answer is tried; 20 by default.
cli-option-fresh = Prove everything anew; without it, steps that did not change are not run again.
cli-option-mutate = Also change each solution in one place after the other, as learners slip, and tell how many of these mutants the checks find out.
cli-lint-score = { $lesson }: { $killed } of { $mutants } mutants found out, { $score } %{ $argued ->
    [0] {""}
   *[other] ; { $argued } argued
 }
cli-lint-score-all = All: { $killed } of { $mutants } mutants found out, { $score } %{ $argued ->
    [0] {""}
   *[other] ; { $argued } argued
 }
cli-lint-total = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
 }
cli-lint-clean = Nothing found.
