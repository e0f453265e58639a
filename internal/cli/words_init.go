package cli

// initWords are the phrases of init.
type initWords struct {
	use, short, long, example                            string
	flagType, flagDomain, flagStage, flagWith, flagForce string
	prompt, yesNo, assumed                               string
	exists, badChoice, badTrait, noAnswer, written       string
}

var chineseInit = initWords{
	use:   "init [文件]",
	short: "生成带注释的申报书初稿",
	long: `生成一份带注释的申报书初稿，只写与项目有关的部分。
在终端中运行会逐项询问；也可用选项给出答案。初稿是有效的 YAML，但得分很低：每一项都要由您据实填写。`,
	example: `  hegui init 我的申报书.yaml
  hegui init --type application --domain industry --stage pilot --with personal,jobs,income 申报书.yaml
  hegui init --type compute_facility --with state,large -`,
	flagType: "项目类型（见 project.type）", flagDomain: "“人工智能+”领域（见 project.ai_plus_domain）", flagStage: "所处阶段（见 project.stage）",
	flagWith: "项目特征，逗号分隔：%s", flagForce: "覆盖已有文件",
	prompt: "请输入编号或名称 [%s]：", yesNo: "(y/N)", assumed: "%s 未指定，按 %s 处理\n",
	exists: "%s 已存在；换一个文件名，或加 --force 覆盖", badChoice: "“%s”不在可选范围内：%s",
	badTrait: "没有项目特征“%s”；运行 hegui init --help 查看全部", noAnswer: "没有得到回答；也可用选项给出，见 hegui init --help",
	written: "已写入 %s（%d 行）。\n这只是初稿：目前得分 %s，有 %d 处必填项未填或不合格式，%d 项要求未满足。\n填写后运行：hegui check %s\n",
}

var englishInit = initWords{
	use:   "init [FILE]",
	short: "write a commented first draft of a proposal",
	long: `Writes a commented first draft of a proposal with only the sections that concern the project.
In a terminal it asks; flags can give the answers. The draft is valid YAML and scores low: every field is
yours to fill in truthfully.`,
	example: `  hegui init proposal.yaml
  hegui init --type application --domain industry --stage pilot --with personal,jobs,income proposal.yaml
  hegui init --type compute_facility --with state,large -`,
	flagType: "type of project (see project.type)", flagDomain: "AI+ domain (see project.ai_plus_domain)", flagStage: "stage of the project (see project.stage)",
	flagWith: "traits of the project, separated by commas: %s", flagForce: "replace an existing file",
	prompt: "number or name [%s]: ", yesNo: "(y/N)", assumed: "%s Not given; taken as %s.\n",
	exists: "%s exists; choose another name, or replace it with --force", badChoice: "%q is not one of: %s",
	badTrait: "there is no trait %q; hegui init --help lists them", noAnswer: "no answer; flags can give it, see hegui init --help",
	written: "wrote %s (%d lines).\nThis is only a draft: it scores %s, with %d required fields empty or malformed and %d requirements not met.\nFill it in, then run: hegui check %s\n",
}
