package cli

// similarWords are the phrases of similar.
type similarWords struct {
	use, short, long, example string
	flagFormat, flagMin       string
	noFile, badMin            string
}

var chineseSimilar = similarWords{
	use:   "similar 文件或目录…",
	short: "比对多份申报书，找出雷同的文字",
	long: `比对一批申报书，列出不同申报单位之间共有的大段文字，两边对照显示，并标明各自的文件、行号和字段。

同一申报单位（统一社会信用代码相同）的多份申报书另列。引用政策原文、hegui 给出的写法示例，以及十家以上
申报单位共用的文字不计。改写（意思相同、文字不同）比不出来；雷同不等于抄袭，请人工判断。

目录下的 .yaml 和 .yml 文件都会读取；“-”表示标准输入。

退出码：0 比对完成，不论有无雷同；2 用法错误；3 有文件读不了（其余照常比对）；4 规则包无效。`,
	example: `  hegui similar 申报书/
  hegui similar --format html 申报书/ > 雷同.html
  hegui similar --min-characters 120 甲.yaml 乙.yaml`,
	flagFormat: "输出格式：text、json、html",
	flagMin:    "一处共有文字达到多少字才列出；汉字每个计 1 字，英文单词计 2 字",
	noFile:     "没有给出要比对的文件或目录；例如：hegui similar 申报书/",
	badMin:     "--min-characters 不能小于 20",
}

var englishSimilar = similarWords{
	use:   "similar FILE…",
	short: "find text that proposals of different applicants share",
	long: `Compares the proposals of a batch and lists long passages that different applicants share, side by side, with
file, line and field of both.

Proposals of one applicant (the same unified social credit code) are listed apart. Quotes of the policy, the
examples that hegui offers, and text that more than ten applicants use do not count. A paraphrase is not
found, and shared text is no proof of copying: a person must judge.

Of a folder every .yaml and .yml file is read; "-" is standard input.

Exit codes: 0 done, whatever was found; 2 wrong usage; 3 a file cannot be read (the others are compared);
4 the pack is invalid.`,
	example: `  hegui similar proposals/
  hegui similar --format html proposals/ > shared.html
  hegui similar --min-characters 120 one.yaml two.yaml`,
	flagFormat: "output format: text, json, html",
	flagMin:    "length from which a shared passage is listed; a Chinese character counts one, an English word two",
	noFile:     "no file or folder to compare; for example: hegui similar proposals/",
	badMin:     "--min-characters must be at least 20",
}
