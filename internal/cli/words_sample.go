package cli

// sampleWords are the phrases of sample, a command for development.
type sampleWords struct {
	short, long, example         string
	argument, noOut, badCount    string
	done                         string
	flagCount, flagSeed, flagOut string
}

var chineseSample = sampleWords{
	short: "生成随机申报书，供测量速度和内存之用",
	long: `生成随机但贴近实际的申报书：十四类项目，中英文，详略、写法和准备程度各异，并按已知比例带有各类缺陷。
同一种子在任何机器上生成的文件逐字节相同；第 i 份只取决于种子和 i，所以数量多少不影响已有的文件。

这是开发用命令，不在命令列表中。`,
	example:   "  hegui sample --count 1000 --seed 1 --out 目录",
	argument:  "sample 不接受参数“%s”；目录用 --out 给出",
	noOut:     "没有给出目录；例如：hegui sample --count 1000 --out 目录",
	badCount:  "--count %d 应在 1 到 %d 之间",
	done:      "已生成 %d 份申报书：%s（种子 %d）\n",
	flagCount: "份数",
	flagSeed:  "种子",
	flagOut:   "目录，没有则新建",
}

var englishSample = sampleWords{
	short: "write random proposals to measure speed and memory with",
	long: `Writes random but realistic proposals: fourteen kinds of project, in Chinese and English, told briefly or at
length, in different styles, prepared with more or less care, and with defects of known families and rates.
The same seed gives the same bytes on any machine; file i depends on the seed and on i alone, so that a larger
count leaves the files as they are.

A command for development; it is not listed among the others.`,
	example:   "  hegui sample --count 1000 --seed 1 --out folder",
	argument:  "sample takes no argument %q; --out names the folder",
	noOut:     "no folder; for example: hegui sample --count 1000 --out folder",
	badCount:  "--count %d: from 1 to %d",
	done:      "%d proposals in %s (seed %d)\n",
	flagCount: "how many",
	flagSeed:  "seed",
	flagOut:   "folder, made if it is not there",
}
