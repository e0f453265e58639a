package draft

import "hegui/internal/catalog"

// phrases are the words of a draft in one language.
type phrases struct{ header, otherHeader, separator, forExample string }

var words = map[catalog.Lang]phrases{
	catalog.ZH: {
		header: `“人工智能+”项目申报书（初稿）
逐项填写冒号后的内容；# 之后是说明，可以保留或删除。金额单位为万元，比例为 0–100。
含逗号或冒号的文字请加双引号；编码、证书号等一律加双引号。填完后运行 hegui check 查看得分和改法。
没有把握的内容请留空：空着只会失分，编造会在核查中被发现。`,
		otherHeader: `申报书（初稿）：%s
逐项填写冒号后的内容；# 之后是说明，可以保留或删除。含逗号或冒号的文字请加双引号。
填完后运行 hegui check 查看得分和改法。`,
		separator: "；", forExample: "如 %s",
	},
	catalog.EN: {
		header: `Project proposal for the "AI+" action (draft)
Write after the colons; what follows a # explains and may stay or go. Amounts are in 10,000 CNY, shares 0-100.
Put text with commas or colons in double quotes, and every code or certificate number too. Then run hegui check.
Leave empty what you do not know: a gap costs points, an invention is found out.`,
		otherHeader: `Proposal (draft): %s
Write after the colons; what follows a # explains and may stay or go. Put text with commas or colons in double
quotes. Then run hegui check.`,
		separator: "; ", forExample: "such as %s",
	},
}

// What is asked.
var (
	askType   = catalog.Text{ZH: "项目属于哪一类？", EN: "What type of project is it?"}
	askDomain = catalog.Text{ZH: "属于哪个“人工智能+”领域？", EN: "Which AI+ domain does it belong to?"}
	askStage  = catalog.Text{ZH: "目前处于哪个阶段？", EN: "At which stage is it?"}
)

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
