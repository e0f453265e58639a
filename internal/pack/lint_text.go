package pack

import (
	"hegui/internal/catalog"
	"hegui/internal/rules"
)

var (
	repairUnused = catalog.Text{
		ZH: "删去；如果规则本应用到它，检查规则中的拼写", EN: "delete it; if a rule was meant to use it, look for a misspelling there",
	}
	repairSmaller = catalog.Text{
		ZH: "分成几个规则包，或删去不用的内容", EN: "make several packs of it, or delete what is not used",
	}
)

var (
	lintSentence = rules.Lint{
		ID:      "unclassified-sentence",
		Message: catalog.Text{ZH: "句子 %s 尚未归类", EN: "sentence %s is not classified yet"},
		Repair: catalog.Text{
			ZH: "写 ruled_by、manual，或不作要求的理由，代替 reason: todo", EN: "write ruled_by, manual, or why it asks nothing in place of reason: todo",
		},
	}
	lintThreshold = rules.Lint{
		ID:      "unused-threshold",
		Message: catalog.Text{ZH: "没有规则读取数值 %s", EN: "no rule reads threshold %s"},
		Repair:  repairUnused,
	}
	lintCodeUnused = rules.Lint{
		ID:      "unused-code",
		Message: catalog.Text{ZH: "没有规则会给出代码 %s", EN: "no rule can raise code %s"},
		Repair:  repairUnused,
	}
	lintCodeUnknown = rules.Lint{
		ID:      "unknown-code",
		Message: catalog.Text{ZH: "代码 %s 在 %s 中没有文字：报告里只会出现代码本身，也不会一票否决", EN: "code %s has no texts in %s: reports would show the bare code, and it would never veto"},
		Repair:  catalog.Text{ZH: "在 codes 中写出它的 basis、message 和 remedy，或改正拼写", EN: "write its basis, message and remedy into codes, or correct the spelling"},
	}
	lintCodesComputed = rules.Lint{
		ID:      "computed-code",
		Message: catalog.Text{ZH: "这里的代码是算出来的，无法事先核对是否都有文字", EN: "what code comes out here is only known in evaluation: whether all have texts is not checked"},
		Repair:  catalog.Text{ZH: "可以改为直接写出代码", EN: "writing the codes out makes them checkable"},
	}
	lintPlace = rules.Lint{
		ID:      "unfilled-text",
		Message: catalog.Text{ZH: "代码 %s 的文字引用了 {%s}，而没有规则给出这个数值", EN: "the texts of code %s fill in {%s}, which no rule gives them"},
		Repair:  catalog.Text{ZH: "在规则的 args 中给出 %[2]s，或改正拼写", EN: "give %[2]s in the args of the rule, or correct the spelling"},
	}
	lintPath = rules.Lint{
		ID:      "unknown-path",
		Message: catalog.Text{ZH: "path 以 %s 开头，而申报书没有这个字段", EN: "the path begins with %s, which no proposal has"},
		Repair:  catalog.Text{ZH: "改正拼写，或在 schema/proposal.json 中补上", EN: "correct the spelling, or add it to schema/proposal.json"},
	}
	lintFlagUnused = rules.Lint{
		ID:      "unused-flag",
		Message: catalog.Text{ZH: "没有要求或规则用到特征 %s", EN: "no requirement and no rule uses flag %s"},
		Repair:  catalog.Text{ZH: "连同推导它的规则一起删去", EN: "delete it, and the rules that derive it"},
	}
	lintFlagUnderived = rules.Lint{
		ID:      "underived-flag",
		Message: catalog.Text{ZH: "没有规则推导特征 %s，它永远不成立", EN: "no rule derives flag %s: it is never on"},
		Repair:  catalog.Text{ZH: "在 rego/…/flags 中写 because.%[1]s contains …，或删去它", EN: "write because.%[1]s contains … in rego/…/flags, or delete the flag"},
	}
	lintFlagUnknown = rules.Lint{
		ID:      "unknown-flag",
		Message: catalog.Text{ZH: "推导出的特征 %s 在 flags.yaml 中没有文字", EN: "flag %s is derived and has no texts in flags.yaml"},
		Repair:  catalog.Text{ZH: "在 flags.yaml 中补上 title 和 off，或改正拼写", EN: "add its title and off to flags.yaml, or correct the spelling"},
	}
	lintGuardUnused = rules.Lint{
		ID:      "unused-guard",
		Message: catalog.Text{ZH: "没有规则会给出防护 %s", EN: "no rule can raise guard %s"},
		Repair:  repairUnused,
	}
	lintGuardUnknown = rules.Lint{
		ID:      "unknown-guard",
		Message: catalog.Text{ZH: "防护 %s 在 flags.yaml 的 guards 中没有文字", EN: "guard %s has no text among the guards of flags.yaml"},
		Repair:  catalog.Text{ZH: "补上它的 message，或改正拼写", EN: "add its message, or correct the spelling"},
	}
	lintTermUnused = rules.Lint{
		ID:      "unused-term",
		Message: catalog.Text{ZH: "没有规则会用到词语 %s", EN: "no rule can use term %s"},
		Repair:  repairUnused,
	}
	lintTermUnknown = rules.Lint{
		ID:      "unknown-term",
		Message: catalog.Text{ZH: "词语 %s 在 terms.yaml 中没有文字", EN: "term %s has no text in terms.yaml"},
		Repair:  catalog.Text{ZH: "补上，或改正拼写", EN: "add it, or correct the spelling"},
	}
	lintHintUnused = rules.Lint{
		ID:      "unused-hint",
		Message: catalog.Text{ZH: "没有规则会给出提示 %s", EN: "no rule can raise hint %s"},
		Repair:  repairUnused,
	}
	lintHintUnknown = rules.Lint{
		ID:      "unknown-hint",
		Message: catalog.Text{ZH: "提示 %s 在 hints.yaml 中没有文字", EN: "hint %s has no texts in hints.yaml"},
		Repair:  catalog.Text{ZH: "补上它的 message 和 remedy，或改正拼写", EN: "add its message and remedy, or correct the spelling"},
	}
	lintManyFiles = rules.Lint{
		ID:      "many-files",
		Message: catalog.Text{ZH: "规则包有 %d 个文件，超过 %d 个", EN: "the pack has %d files, more than %d"},
		Repair:  repairSmaller,
	}
	lintMuchRego = rules.Lint{
		ID:      "much-rego",
		Message: catalog.Text{ZH: "规则（不含测试）共 %d 字节，超过 %d", EN: "the rules have %d bytes without their tests, more than %d"},
		Repair:  repairSmaller,
	}
	lintManyRules = rules.Lint{
		ID:      "many-rules",
		Message: catalog.Text{ZH: "规则（每个定义计一条，不含测试）有 %d 条，超过 %d 条", EN: "there are %d rules, every body counted and tests left out, more than %d"},
		Repair:  repairSmaller,
	}
)
