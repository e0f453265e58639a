package cli

import "hegui/internal/catalog"

// initWords are the phrases of init.
type initWords struct {
	use, short, long, example                            string
	flagType, flagDomain, flagStage, flagWith, flagForce string
	askType, askDomain, askStage, prompt, yesNo, assumed string
	exists, badChoice, badTrait, noAnswer, written       string
	header, otherHeader, separator, forExample           string
	trait                                                map[string]string
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
	askType: "项目属于哪一类？", askDomain: "属于哪个“人工智能+”领域？", askStage: "目前处于哪个阶段？",
	prompt: "请输入编号或名称 [%s]：", yesNo: "(y/N)", assumed: "%s 未指定，按 %s 处理\n",
	exists: "%s 已存在；换一个文件名，或加 --force 覆盖", badChoice: "“%s”不在可选范围内：%s",
	badTrait: "没有项目特征“%s”；运行 hegui init --help 查看全部", noAnswer: "没有得到回答；也可用选项给出，见 hegui init --help",
	written: "已写入 %s（%d 行）。\n这只是初稿：目前得分 %s，有 %d 处必填项未填或不合格式，%d 项要求未满足。\n填写后运行：hegui check %s\n",
	header: `“人工智能+”项目申报书（初稿）
逐项填写冒号后的内容；# 之后是说明，可以保留或删除。金额单位为万元，比例为 0–100。
含逗号或冒号的文字请加双引号；编码、证书号等一律加双引号。填完后运行 hegui check 查看得分和改法。
没有把握的内容请留空：空着只会失分，编造会在核查中被发现。`,
	otherHeader: `申报书（初稿）：%s
逐项填写冒号后的内容；# 之后是说明，可以保留或删除。含逗号或冒号的文字请加双引号。
填完后运行 hegui check 查看得分和改法。`,
	separator: "；", forExample: "如 %s",
	trait: map[string]string{
		"model": "项目使用人工智能模型吗？", "train": "项目会训练或微调模型吗？", "data": "项目建设或使用数据集吗？",
		"partners": "有联合单位，或使用其他单位的数据吗？", "personal": "涉及个人信息吗？", "generative": "使用生成式人工智能吗？",
		"public": "面向境内公众提供服务吗？", "people": "会对自然人的权益作出重要影响的判断吗？", "jobs": "会改变现有岗位的工作吗？",
		"jobs-many": "受影响的岗位达到 20 人吗？", "layoffs": "会有 20 人以上或十分之一以上员工离岗吗？", "income": "项目有收入计划吗？",
		"open": "会开源代码、模型或数据吗？", "state": "有政府部门、国有企业或事业单位参与吗？", "large": "总投资达到 1000 万元吗？",
	},
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
	askType: "What type of project is it?", askDomain: "Which AI+ domain does it belong to?", askStage: "At which stage is it?",
	prompt: "number or name [%s]: ", yesNo: "(y/N)", assumed: "%s Not given; taken as %s.\n",
	exists: "%s exists; choose another name, or replace it with --force", badChoice: "%q is not one of: %s",
	badTrait: "there is no trait %q; hegui init --help lists them", noAnswer: "no answer; flags can give it, see hegui init --help",
	written: "wrote %s (%d lines).\nThis is only a draft: it scores %s, with %d required fields empty or malformed and %d requirements not met.\nFill it in, then run: hegui check %s\n",
	header: `Project proposal for the "AI+" action (draft)
Write after the colons; what follows a # explains and may stay or go. Amounts are in 10,000 CNY, shares 0-100.
Put text with commas or colons in double quotes, and every code or certificate number too. Then run hegui check.
Leave empty what you do not know: a gap costs points, an invention is found out.`,
	otherHeader: `Proposal (draft): %s
Write after the colons; what follows a # explains and may stay or go. Put text with commas or colons in double
quotes. Then run hegui check.`,
	separator: "; ", forExample: "such as %s",
	trait: map[string]string{
		"model": "Does the project use AI models?", "train": "Does it train or fine-tune models?", "data": "Does it build or use datasets?",
		"partners": "Are there partners, or data of other organisations?", "personal": "Does it involve personal information?", "generative": "Does it use generative AI?",
		"public": "Is it offered to the public in China?", "people": "Does it make judgements that weigh on people's rights?", "jobs": "Does it change the work in existing jobs?",
		"jobs-many": "Are 20 or more posts affected?", "layoffs": "Will 20 or more people, or a tenth of the staff, leave?", "income": "Does the project plan income?",
		"open": "Will code, models or data be open source?", "state": "Does a government body, state-owned firm or public institution take part?", "large": "Is the total 10 million CNY or more?",
	},
}

// The words of project.type, project.ai_plus_domain and project.stage, as people call them.
var (
	typeNames = map[string]catalog.Text{
		"application": {ZH: "应用", EN: "application"}, "foundation_model": {ZH: "基础模型", EN: "foundation model"},
		"dataset": {ZH: "数据集", EN: "dataset"}, "compute_facility": {ZH: "智算设施", EN: "compute facility"},
		"pilot_base": {ZH: "中试基地", EN: "pilot base"}, "common_platform": {ZH: "共性平台", EN: "common platform"},
		"smart_terminal": {ZH: "智能终端", EN: "smart terminal"}, "research": {ZH: "研究", EN: "research"},
		"open_source": {ZH: "开源项目", EN: "open-source project"}, "governance_service": {ZH: "政务服务", EN: "government service"},
	}
	domainNames = map[string]catalog.Text{
		"science": {ZH: "科学技术", EN: "science"}, "industry": {ZH: "产业发展", EN: "industry"}, "consumption": {ZH: "消费提质", EN: "consumption"},
		"livelihood": {ZH: "民生福祉", EN: "livelihood"}, "governance": {ZH: "治理能力", EN: "governance"},
		"global": {ZH: "全球合作", EN: "global cooperation"}, "infrastructure": {ZH: "基础支撑", EN: "infrastructure"},
	}
	stageNames = map[string]catalog.Text{
		"research": {ZH: "研究", EN: "research"}, "prototype": {ZH: "原型", EN: "prototype"}, "pilot": {ZH: "试点", EN: "pilot"},
		"deployment": {ZH: "部署", EN: "deployment"}, "scaling": {ZH: "推广", EN: "scaling"},
	}
)
