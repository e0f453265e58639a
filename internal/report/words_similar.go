package report

// similarWords are the phrases about what proposals share.
type similarWords struct {
	lang, title                    string
	compared, measure, truncated   string
	copies, same, pair, passage    string
	common, commonNote, commonLine string
	unreadable, none               string
}

var similarChinese = similarWords{
	lang: "zh-CN", title: "申报书雷同比对",
	compared:  "共比对 %d 份申报书：不同申报单位之间雷同 %d 对，同一申报单位的版本 %d 对。",
	measure:   "一处共有文字达到 %d 字即列出；汉字每个计 1 字，英文单词和数字每个计 2 字。引用政策原文和多家共用的套话不计。改写（意思相同、文字不同）比不出来；雷同不等于抄袭，请人工判断。",
	truncated: "%s 的文字超过 %d 字，超出部分没有比对。",
	copies:    "不同申报单位之间的雷同", same: "同一申报单位的多份申报书（不视为抄袭）",
	pair:    "相似度 %s %% · 共有 %d 字，%d 处",
	passage: "共有 %d 字",
	common:  "多家共用的文字", commonNote: "以下文字见于十家以上申报单位，按套话处理，不计入雷同；若不是通用模板，请人工核查。",
	commonLine: "至少 %d 家，首见于 %s",
	unreadable: "未能比对", none: "没有发现雷同。",
}

var similarEnglish = similarWords{
	lang: "en", title: "Text that proposals share",
	compared:  "Compared %d proposals. Pairs of different applicants that share text: %d; pairs of one applicant: %d.",
	measure:   "A shared passage is listed from %d characters; a Chinese character counts one, an English word or a number two. Quotes of the policy and phrases that many applicants use do not count. A paraphrase is not found, and shared text is no proof of copying: a person must judge.",
	truncated: "%s has more than %d characters of text; the rest was not compared.",
	copies:    "Shared by different applicants", same: "Proposals of one applicant (not counted as copying)",
	pair:    "similarity %s %% · characters shared: %d, in passages: %d",
	passage: "characters shared: %d",
	common:  "Used by many applicants", commonNote: "More than ten applicants use these passages. They are taken for a common template and do not count as shared; if there is no such template, a person should look.",
	commonLine: "applicants: at least %d, the first in %s",
	unreadable: "Not compared", none: "No shared text was found.",
}
