package cli

// packWords are the phrases of the parent of `hegui pack …`; those of each tool stand in a file of its own.
type packWords struct {
	short, long, example string
	check                packCheckWords
	test                 packTestWords
}

var chinesePack = packWords{
	short: "编写和核验规则包的工具",
	long: `给编写规则包的人用的工具：由文件原文起步，核对规则与原文是否一致，检查和测试规则，找出自相矛盾或永不成立之处，
比较修改前后的结果，生成手册，打包和签名。

--pack 指定规则包：内置规则包的编号、规则包所在目录，或打好的包文件。从原文到签名的全过程见 docs/packs.zh.md。`,
	example: `  hegui pack new grants --source measures.txt --title-zh 管理办法 --title-en "Measures"
  hegui pack check --pack ./grants
  hegui pack test --pack ./grants
  hegui pack solve --pack ./grants
  hegui pack build --pack ./grants --output grants.tar.gz`,
	check: chinesePackCheck,
	test:  chinesePackTest,
}

var englishPack = packWords{
	short: "tools for those who write packs",
	long: `Tools for those who write packs: beginning from a document, whether the rules say what it says, checks and tests
of rules, what contradicts itself or never holds, what a change would do, a handbook, packing and signing.

--pack names the pack: the id of a built-in one, a folder that holds one, or a bundle. docs/packs.md goes from a
document to a signed pack.`,
	example: `  hegui pack new grants --source measures.txt --title-zh 管理办法 --title-en "Measures"
  hegui pack check --pack ./grants
  hegui pack test --pack ./grants
  hegui pack solve --pack ./grants
  hegui pack build --pack ./grants --output grants.tar.gz`,
	check: englishPackCheck,
	test:  englishPackTest,
}
