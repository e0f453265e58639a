package cli

// packWords are the phrases of the parent of `hegui pack …`; those of each tool stand in a file of its own.
type packWords struct {
	short, long, example string
	check                packCheckWords
	test                 packTestWords
}

var chinesePack = packWords{
	short: "编写和核验规则包的工具",
	long: `给编写规则包的人用的工具：核对规则与文件原文是否一致，检查、测试规则，比较修改前后的结果，打包和签名。

--pack 指定规则包：内置规则包的编号，或规则包所在目录。`,
	example: "  hegui pack --help",
	check:   chinesePackCheck,
	test:    chinesePackTest,
}

var englishPack = packWords{
	short: "tools for those who write packs",
	long: `Tools for those who write packs: whether the rules say what the document says, checks and tests of rules, what a
change would do, packing and signing.

--pack names the pack: the id of a built-in one, or a folder that holds packs.`,
	example: "  hegui pack --help",
	check:   englishPackCheck,
	test:    englishPackTest,
}
