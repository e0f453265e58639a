package cli

// packNewWords are the phrases of `hegui pack new` and `hegui pack generate`.
type packNewWords struct {
	use, short, long, example         string
	flagSource, flagDir               string
	flagTitleZH, flagTitleEN          string
	flagPublisherZH, flagPublisherEN  string
	oneID, badID, badDocument, exists string
	unknownPublisher, written         string
	generateShort, generateLong       string
	generateExample, generateFolder   string
	generated                         string
}

var chinesePackNew = packNewWords{
	use:   "new 编号 --source 文件",
	short: "用一份文件新建规则包",
	long: `用一份文本文件（UTF-8）新建规则包：文件按字节固定，逐句编号；一句作示例，配有要求、规则和测试，
其余各句标为“尚未归类”。新建的规则包可以直接使用：能加载，测试通过，能给申报书评分。

之后怎样编写，见 docs/packs.zh.md。`,
	example: `  hegui pack new grants --source 管理办法.txt --title-zh 管理办法 --title-en "Measures"
  hegui check --pack ./grants grants/proposals/passes.yaml`,
	flagSource:       "原文（文本，UTF-8，不超过 1 MiB）",
	flagDir:          "写入的目录（默认为规则包编号）",
	flagTitleZH:      "原文的中文名称",
	flagTitleEN:      "原文的英文名称",
	flagPublisherZH:  "发布单位的中文名称",
	flagPublisherEN:  "发布单位的英文名称",
	oneID:            "请给出规则包编号和原文，例如：hegui pack new grants --source 管理办法.txt",
	badID:            "“%s”不能作编号：应以小写字母开头，只含小写字母、数字和下划线，且不是 Rego 的保留字",
	badDocument:      "%s：原文为空、超过 1 MiB 或不是 UTF-8 编码",
	exists:           "%s 已存在；hegui pack new 不覆盖任何文件",
	unknownPublisher: "发布单位待填",
	written: `已写入 %s：%d 个文件；原文 %d 句，其中 %d 句尚未归类。
下一步：
  hegui check --pack %[1]s %[5]s
  hegui pack test --pack %[1]s
  hegui pack check --pack %[1]s
`,
	generateShort:   "重写由规则包其他文件得出的文件",
	generateLong:    "由 thresholds.yaml 重写 schema/thresholds.json。改动阈值后运行。",
	generateExample: `  hegui pack generate --pack ./grants`,
	generateFolder:  "--pack 应为规则包所在目录，如 ./grants",
	generated:       "已写入 %s\n",
}

var englishPackNew = packNewWords{
	use:   "new ID --source FILE",
	short: "begin a pack from a document",
	long: `Begins a pack from a text (UTF-8): the document is pinned byte by byte and split into sentences; one of them
is an example, with a requirement, its rule and its tests, the others are marked as not classified yet. The
new pack works at once: it loads, passes its tests and scores a proposal.

docs/packs.md says how to go on.`,
	example: `  hegui pack new grants --source measures.txt --title-zh 管理办法 --title-en "Measures"
  hegui check --pack ./grants grants/proposals/passes.yaml`,
	flagSource:       "the document (text, UTF-8, at most 1 MiB)",
	flagDir:          "folder to write into (default the id)",
	flagTitleZH:      "title of the document in Chinese",
	flagTitleEN:      "title of the document in English",
	flagPublisherZH:  "who published it, in Chinese",
	flagPublisherEN:  "who published it, in English",
	oneID:            "name the pack and the document, for example: hegui pack new grants --source measures.txt",
	badID:            "%q cannot be the id of a pack: it begins with a small letter, has small letters, digits and _ only, and is no word that Rego keeps",
	badDocument:      "%s: the document is empty, larger than 1 MiB or not UTF-8",
	exists:           "%s exists; hegui pack new overwrites nothing",
	unknownPublisher: "publisher to be named",
	written: `written to %s: %d files; the document has %d sentences, %d of them not classified yet
next:
  hegui check --pack %[1]s %[5]s
  hegui pack test --pack %[1]s
  hegui pack check --pack %[1]s
`,
	generateShort:   "write the files that follow from others of the pack",
	generateLong:    "Writes schema/thresholds.json from thresholds.yaml. Run it after a threshold was changed.",
	generateExample: `  hegui pack generate --pack ./grants`,
	generateFolder:  "--pack names the folder of a pack here, such as ./grants",
	generated:       "written: %s\n",
}
