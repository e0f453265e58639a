package cli

// packDocsWords are the phrases of `hegui pack docs`.
type packDocsWords struct {
	short, long, example    string
	flagOutput, flagCheck   string
	noOutput                string
	stale, current, written string
}

var chinesePackDocs = packDocsWords{
	short: "把规则包写成可读的手册（中文和英文）",
	long: `把规则包写成 Markdown 手册：每项要求一页（原文、解读、失分情形、修改、数值、写法），以及维度、评审方案、项目特征、
核对、数值、不同读法和原文逐句各页。中文在 zh/，英文在 en/。同一规则包生成的内容逐字节相同。

已是最新的文件不动；不再需要的页面，凡由本命令生成的都会删除。--check 只检查，不写文件。

退出码：0 已写好，或已是最新；1 --check 发现有文件不是最新；2 用法错误；3 文件读写失败；4 规则包无效。`,
	example: `  hegui pack docs --output docs/handbook
  hegui pack docs --output docs/handbook --check
  hegui pack docs --output 手册 --pack 我的规则包/`,
	flagOutput: "手册所在的目录",
	flagCheck:  "只检查目录是否最新，列出不是最新的文件",
	noOutput:   "没有给出手册目录；例如：hegui pack docs --output docs/handbook",
	stale:      "以上 %d 个文件不是最新；去掉 --check 重新生成",
	current:    "共 %d 页，均为最新\n",
	written:    "共 %d 页，更新 %d 个文件\n",
}

var englishPackDocs = packDocsWords{
	short: "write the pack as a handbook to read, in Chinese and English",
	long: `Writes the pack as a handbook in Markdown: a page for each requirement (source, reading, what loses points, repairs,
numbers, an example), and pages for dimensions, profiles, traits, checks, numbers, readings and the document
sentence by sentence. Chinese is in zh/, English in en/. The same pack gives the same bytes.

A file that is current is left alone; a page that is no longer needed is removed if this command made it. --check
writes nothing.

Exit codes: 0 written, or current; 1 --check found files that are not current; 2 wrong usage; 3 a file cannot be
read or written; 4 the pack is invalid.`,
	example: `  hegui pack docs --output docs/handbook
  hegui pack docs --output docs/handbook --check
  hegui pack docs --output handbook --pack my-pack/`,
	flagOutput: "folder of the handbook",
	flagCheck:  "only say whether the folder is current, and name the files that are not",
	noOutput:   "no folder for the handbook; for example: hegui pack docs --output docs/handbook",
	stale:      "files that are not current: %d; run it without --check",
	current:    "pages: %d, all current\n",
	written:    "pages: %d, files changed: %d\n",
}
