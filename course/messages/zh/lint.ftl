# 检查课程时发现的问题：lint-CODE 说明问题，lint-CODE-fix 说明怎么改。

lint-error = 错误
lint-warning = 警告

lint-unusable = { $problem }
lint-unusable-fix = 先改好这个文件，在此之前不会检查其中的其他内容。
lint-few-hints = `{ $step }` 有 { $count } 条提示，至少应有 { $least } 条
lint-few-hints-fix = 写几条一步步接近答案的提示，最后一条几乎就是答案。
lint-few-mistakes = `{ $step }` 有 { $count } 个常见错误，至少应有 { $least } 个
lint-few-mistakes-fix = 补上学习者会写出的错误程序，各配一句老师会说的话；它们同时能证明检查有效。
lint-long-page = `{ $step }` 的文字有 { $lines } 行，一页应少于 { $most } 行
lint-long-page-fix = 拆成两步。
lint-translation-missing = `{ $lesson }` 没有 `{ $language }` 的文字
lint-translation-missing-fix = 请补上；在此之前学习者看到的是原文。
lint-translation-partial = `{ $step }` 没有翻译完整，缺少：{ $keys }
lint-translation-partial-fix = 补上缺少的文字。
lint-translation-unstamped = `{ $step }` 的译文没有注明译自哪个版本的原文
lint-translation-unstamped-fix = 确认译文无误后加上 `of: "{ $of }"`，以后原文一改就能发现。
lint-translation-outdated = `{ $step }` 翻译之后，原文又改过
lint-translation-outdated-fix = 更新译文，然后写上 `of: "{ $of }"`。
lint-author-fault = 作者的代码出错：{ $why }
lint-author-fault-fix = 检查 setup、given、solution 或探针；先单独运行一遍参考答案。
lint-unobservable = 参考答案中 `{ $check }` 观察到的值只能比较类型，换成任何别的值都会通过
lint-unobservable-fix = 请观察张量、数、文本、由它们组成的列表，或这个值的某个属性。
lint-solution-fails = 参考答案没有通过：{ $why }
lint-solution-fails-fix = 用 `check --replay { $replay }` 重现；不是答案错，就是检查错。
lint-solution-flaky = 参考答案能通过，但不是每组用例都能通过：{ $why }
lint-solution-flaky-fix = 用 `check --replay { $replay }` 重现；可以放宽容差、约束输入，随机结果改用 `satisfies` 判断。
lint-solution-warns = 参考答案在第 { $line } 行引起 torch 警告：{ $why }
lint-solution-warns-fix = 换一种不会警告的写法，学习者会照抄参考答案。
lint-starter-passes = 起始代码直接就能通过
lint-starter-passes-fix = 把答案从起始代码里去掉，或者让检查要求更多。
lint-mistake-passes = 这个错误程序通过了
lint-mistake-passes-fix = 增加能把它和参考答案区分开的检查或用例。
lint-mistake-flaky = 这个错误程序能被发现，但不是每组用例都能发现
lint-mistake-flaky-fix = 用 `check --replay { $replay }` 重现；选择不会让它碰巧正确、也不会与别的错误混淆的输入。
lint-mistake-unsaid = 这个错误程序没有通过，却没有得到对应的那句话：{ $why }
lint-mistake-unsaid-fix = 错误是按第一个未通过的检查所观察到的内容识别的；只有异常类型或 NaN 还不够。
lint-mistake-other = 这个错误程序得到的是第 { $other } 个错误的话：{ $says }
lint-mistake-other-fix = 把更特殊的错误放在前面，或增加能区分两者的检查。
lint-mutant-survives = 解答作了改动 { $change } 之后仍然通过
lint-mutant-survives-fix = 加一项能区分两者的检查或一组输入。如果两种写法都对，就写进 `survivors`：`change`、`line`（{ $line }）和 `because`。
lint-survivor-unknown = { $change ->
    [any] 解答第 { $line } 行没有任何改动
   *[other] 解答第 { $line } 行没有 { $change } 这种改动
 }
lint-survivor-unknown-fix = 按 `lint --mutate` 给出的改动和行号填写，或删掉这一条。
lint-survivor-killed = { $change ->
    [any] 文件里说第 { $line } 行的改动不影响结果，检查却全都能发现
   *[other] 文件里说第 { $line } 行的 { $change } 不影响结果，检查却能发现它
 }
lint-survivor-killed-fix = 如果这个改动是错的，就删掉这一条；如果是对的，就放宽拒绝它的那项检查。
lint-snippet-fails = 示例代码没能运行到底：{ $why }
lint-snippet-fails-fix = 请改好；本来就要报错的程序应放进测验或练习。
lint-snippet-warns = 示例代码引起 torch 警告：{ $why }
lint-snippet-warns-fix = 换一种不会警告的写法，或在旁边解释这个警告。
lint-quiz-fails = 测验的代码没能运行到底：{ $why }
lint-quiz-fails-fix = 请改好；它打印的内容就是答案。
lint-quiz-answer = 代码打印的是 { $printed }，不在选项之中
lint-quiz-answer-fix = 让其中一个选项与打印的内容完全一致。

cli-lint = 检查一门课程：参考答案能通过、起始代码不能、常见错误各得其言、示例能运行、译文齐全。
    PATH 是课程的目录或名称，也可以是一个课文件；省略时检查自带课程。没有发现问题时退出码为 0，有问题为 1，
    有文件无法使用为 2。
cli-option-seeds = 每个答案用多少组用例来试，默认 20。
cli-option-fresh = 全部重新检查；不加时，没有改动的步骤不再运行。
cli-option-mutate = 另外按学习者常犯的错误逐处改动每个解答，并报告检查能发现其中多少个变体。
cli-lint-score = { $lesson }：{ $mutants } 个变体中发现了 { $killed } 个，{ $score }%{ $argued ->
    [0] {""}
   *[other] ；另有 { $argued } 个已说明理由
 }
cli-lint-score-all = 合计：{ $mutants } 个变体中发现了 { $killed } 个，{ $score }%{ $argued ->
    [0] {""}
   *[other] ；另有 { $argued } 个已说明理由
 }
cli-lint-total = { $errors } 个错误，{ $warnings } 个警告
cli-lint-clean = 没有发现问题。
