package cli

// packSolveWords are the phrases of `hegui pack solve`.
type packSolveWords struct {
	short, long, example                   string
	argument, badFormat, badNumber         string
	yamlOne, badExample                    string
	flagProfile, flagFormat, flagOutput    string
	flagLimit, flagSame, flagSeed          string
	flagCorpus, flagSearch                 string
	progress, starts                       map[string]string
	head, profiles, proven, provenOpen     string
	excluded, notFound, missed, nothing    string
	conflicts, conflictAlone               string
	conflictExact, conflictTried           string
	implied, impliedExact, impliedBoth     string
	impliedTried, impliedNarrow, alike     string
	unreachable, never, neverSchema        string
	neverValue, neverSeen, unsatisfied     string
	none, condition, limits, howFar, ended string
}

var chinesePackSolve = packSolveWords{
	short: "各评审方案能否同时满足，最小的申报书骨架，以及矛盾、冗余和永不成立的规则",
	long: `对每个评审方案，找出一份得 100.00 分并通过的申报书，再删到任何一个字段或列表项都不能再删为止，
得到骨架。同时指出互相矛盾的要求、从不单独失分的要求，以及永远不会成立的规则条件。

找到的申报书本身就是证明；字段与常数、阈值的比较按全部取值分情况推理，也是证明。其余结论只是
“试过多少份都没有反例”，报告中逐条注明。规则是任意程序，所以找不到不等于不存在。

起点是规则包旁 examples/ 中的申报书（没有时由各项要求的示例和申报书格式拼成），再按规则的意见逐处修改。

退出码：0 各方案都能满足且没有矛盾；1 有方案未能满足，或有已证明的矛盾；130 被中断（已知的结果照常给出）。`,
	example: `  hegui pack solve
  hegui pack solve --profile small-firm --format yaml -o 骨架.yaml
  hegui pack solve --pack ./my-pack --limit 2m --format json`,
	argument:    "pack solve 不接受参数“%s”；规则包用 --pack 给出",
	badFormat:   "--format %q：text、json、yaml",
	badNumber:   "--%s 应大于 0",
	yamlOne:     "--format yaml 输出一份骨架，请用 --profile 指定一个评审方案",
	badExample:  "规则包旁的示例读不了：%v",
	flagProfile: "评审方案，可多次给出（默认全部）",
	flagFormat:  "输出格式：text、json、yaml（骨架）",
	flagOutput:  "写入文件",
	flagLimit:   "最多用时；到时给出已知的结果",
	flagSame:    "骨架须保持所找到的申报书适用的全部要求",
	flagSeed:    "随机种子",
	flagCorpus:  "用于比较的申报书份数",
	flagSearch:  "为一个方案寻找申报书时最多评估的次数",
	progress: map[string]string{
		"reason": "推理规则条件%s（%d/%d）", "search": "为 %s 寻找申报书（%d/%d）", "minimise": "精简 %s 的申报书（%d/%d）", "compare": "比较各份申报书的结果%s（%d/%d）",
	},
	head:          "规则包 %s %s，评估日期 %s：%d 个方案中 %d 个已证明能够满足\n",
	profiles:      "\n评审方案\n",
	proven:        "  %s：能满足（已证明）。骨架 %d 个字段和列表项，适用 %d 项要求，任何一个都不能再删；由 %s 精简而来（原有 %d 个，适用 %d 项）；新评估 %d 次，%.0f 秒\n",
	provenOpen:    "  %s：能满足（已证明）。骨架 %d 个字段和列表项，适用 %d 项要求，尚未精简完；由 %s 精简而来（原有 %d 个，适用 %d 项）；新评估 %d 次，%.0f 秒\n",
	excluded:      "  %s：不能满足（已证明）：%s 互相排斥，且对任何申报书都适用\n",
	notFound:      "  %s：未找到能满足的申报书（未证明不存在）；最好的得 %s 分，起点 %s，评估 %d 次\n",
	starts:        map[string]string{"requirement examples": "各项要求的示例", "schema": "申报书格式"},
	missed:        "      未满足：%s\n",
	nothing:       "  %s：没有可用的起点\n",
	conflicts:     "\n矛盾\n",
	conflictAlone: "  %s 永远不能满足（已证明）\n",
	conflictExact: "  %s 不能同时满足（已证明；二者同时适用的申报书见过 %d 份）\n",
	conflictTried: "  %s 从未同时满足（未证明；同时适用 %d 份，试过 %d 份）\n",
	implied:       "\n从不单独失分的要求\n",
	impliedExact:  "  %s 失分时 %s 必然失分（已证明）；试过的申报书中失分 %d 次，共 %d 份\n",
	impliedBoth:   "  %s 与 %s 总是一同失分（已证明）；试过的申报书中失分 %d 次，共 %d 份\n",
	impliedTried:  "  %s 失分时 %s 也都失分（未证明）：失分 %d 次，共 %d 份；也许已被包含\n",
	impliedNarrow: "      仅指二者都适用时\n",
	alike:         "      两项要求的条件完全相同\n",
	unreachable:   "\n永不成立的条件\n",
	never:         "  %s:%d %s 的条件互相排斥，永不成立（已证明）\n",
	neverSchema:   "  %s:%d %s 的条件与申报书格式冲突，永不成立（已证明）\n",
	neverValue:    "  %s:%d %s 比较的值“%s”不在该字段的允许范围内（已证明）\n",
	neverSeen:     "  %s:%d %s 在 %d 份申报书中从未成立（未证明）\n",
	unsatisfied:   "\n适用而从未满足的要求（未证明）：%s\n",
	none:          "  没有\n",
	condition:     "      %s:%d  %s\n",
	limits:        "\n证明的范围：%d 种失分方式中，%d 种完全由字段与常数的比较构成，已穷尽推理；其余只能逐份试验。\n",
	howFar:        "共评估 %d 次（其中比较 %d 份），%.0f 秒，种子 %d\n",
	ended:         "时间已到或被中断：以上是到此为止已知的结果。\n",
}

var englishPackSolve = packSolveWords{
	short: "whether each profile can be satisfied, the smallest skeleton, and rules that contradict, repeat or never hold",
	long: `For every profile, finds a proposal that reaches 100.00 and passes, and drops parts of it until no single field or
item can go: the skeleton. Names requirements that contradict each other, requirements that never fail alone,
and conditions of rules that can never hold.

A proposal that was found is a proof. So is the case distinction over all values of fields that rules compare with
constants and thresholds. All else is "no counterexample in so many proposals", and is marked as such. Rules are
programs: what was not found need not be impossible.

The search begins with the proposals in examples/ beside the pack (without them, with what the examples of the
requirements and the schema make up) and edits them where the rules object.

Exit codes: 0 every profile can be satisfied and nothing is contradictory; 1 a profile was not satisfied, or a
contradiction is proven; 130 interrupted (what is known is given all the same).`,
	example: `  hegui pack solve
  hegui pack solve --profile small-firm --format yaml -o skeleton.yaml
  hegui pack solve --pack ./my-pack --limit 2m --format json`,
	argument:    "pack solve takes no argument %q; --pack names the pack",
	badFormat:   "--format %q: text, json, yaml",
	badNumber:   "--%s must be above 0",
	yamlOne:     "--format yaml writes one skeleton: name one profile with --profile",
	badExample:  "an example beside the pack cannot be read: %v",
	flagProfile: "profile; may be given several times (default all)",
	flagFormat:  "output format: text, json, yaml (the skeleton)",
	flagOutput:  "write to a file",
	flagLimit:   "longest time; what is known by then is given",
	flagSame:    "keep every requirement that applies to the proposal found",
	flagSeed:    "seed of chance",
	flagCorpus:  "number of proposals to compare",
	flagSearch:  "most evaluations in search of a proposal for one profile",
	progress: map[string]string{
		"reason": "reasoning about conditions%s (%d/%d)", "search": "looking for a proposal for %s (%d/%d)", "minimise": "dropping parts for %s (%d/%d)", "compare": "comparing proposals%s (%d/%d)",
	},
	head:          "pack %s %s, as of %s: profiles: %d, proven to be satisfiable: %d\n",
	profiles:      "\nProfiles\n",
	proven:        "  %s: can be satisfied (proven). Skeleton of %d fields and items, %d requirements apply, none can be dropped by itself; made from %s (%d, %d requirements); %d new evaluations, %.0f s\n",
	provenOpen:    "  %s: can be satisfied (proven). Skeleton of %d fields and items, %d requirements apply, not yet as small as it gets; made from %s (%d, %d requirements); %d new evaluations, %.0f s\n",
	excluded:      "  %s: cannot be satisfied (proven): %s exclude each other and apply to every proposal\n",
	notFound:      "  %s: no proposal found that satisfies it (not proven impossible); the best reaches %s, from %s, after %d evaluations\n",
	starts:        map[string]string{"requirement examples": "requirement examples", "schema": "the schema"},
	missed:        "      not satisfied: %s\n",
	nothing:       "  %s: nothing to begin with\n",
	conflicts:     "\nContradictions\n",
	conflictAlone: "  %s can never be satisfied (proven)\n",
	conflictExact: "  %s cannot be satisfied together (proven; %d of the proposals tried have them apply together)\n",
	conflictTried: "  %s were never satisfied together (not proven; they apply together in %d proposals, %d were tried)\n",
	implied:       "\nRequirements that never fail alone\n",
	impliedExact:  "  %s fails only when %s does (proven); it failed %d times in %d proposals\n",
	impliedBoth:   "  %s and %s fail together or not at all (proven); %d times in %d proposals\n",
	impliedTried:  "  %s failed only when %s did (not proven): %d times in %d proposals; perhaps it is implied\n",
	impliedNarrow: "      while both apply\n",
	alike:         "      their conditions are the same\n",
	unreachable:   "\nConditions that never hold\n",
	never:         "  %s:%d %s: its conditions exclude each other (proven)\n",
	neverSchema:   "  %s:%d %s: the schema rules its condition out (proven)\n",
	neverValue:    "  %s:%d %s: compares with %q, which the field cannot be (proven)\n",
	neverSeen:     "  %s:%d %s: held in none of %d proposals (not proven)\n",
	unsatisfied:   "\nApplied to some proposal and satisfied in none (not proven): %s\n",
	none:          "  none\n",
	condition:     "      %s:%d  %s\n",
	limits:        "\nHow far proofs reach: of %d ways to miss a requirement, %d consist of comparisons of fields with constants, and all their cases were gone through; the others can only be tried.\n",
	howFar:        "%d evaluations (%d proposals compared), %.0f s, seed %d\n",
	ended:         "The time ran out or the run was interrupted: this is what is known so far.\n",
}
