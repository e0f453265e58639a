package draft

import "hegui/internal/catalog"

// Trait is something an applicant knows about a project without reading a schema.
type Trait struct {
	Name     string
	Question catalog.Text
	After    string // asked only when this trait holds; "" is always asked

	flags []string // that the trait stands for
}

// traits are asked in this order. A field that needs a flag is written into the draft only when a trait names the flag.
var traits = []Trait{
	{Name: "model", flags: []string{"model"}, Question: catalog.Text{ZH: "项目使用人工智能模型吗？", EN: "Does the project use AI models?"}},
	{Name: "train", flags: []string{"train", "annot", "data_bearing", "model"}, Question: catalog.Text{ZH: "项目会训练或微调模型吗？", EN: "Does it train or fine-tune models?"}, After: "model"},
	{Name: "data", flags: []string{"data_bearing"}, Question: catalog.Text{ZH: "项目建设或使用数据集吗？", EN: "Does it build or use datasets?"}},
	{Name: "partners", flags: []string{"multi"}, Question: catalog.Text{ZH: "有联合单位，或使用其他单位的数据吗？", EN: "Are there partners, or data of other organisations?"}},
	{Name: "personal", flags: []string{"pi"}, Question: catalog.Text{ZH: "涉及个人信息吗？", EN: "Does it involve personal information?"}},
	{Name: "generative", flags: []string{"genai"}, Question: catalog.Text{ZH: "使用生成式人工智能吗？", EN: "Does it use generative AI?"}, After: "model"},
	{Name: "public", flags: []string{"public"}, Question: catalog.Text{ZH: "面向境内公众提供服务吗？", EN: "Is it offered to the public in China?"}},
	{Name: "people", flags: []string{"people"}, Question: catalog.Text{ZH: "会对自然人的权益作出重要影响的判断吗？", EN: "Does it make judgements that weigh on people's rights?"}},
	{Name: "jobs", flags: []string{"work"}, Question: catalog.Text{ZH: "会改变现有岗位的工作吗？", EN: "Does it change the work in existing jobs?"}},
	{Name: "jobs-many", flags: []string{"work", "work_big"}, Question: catalog.Text{ZH: "受影响的岗位达到 20 人吗？", EN: "Are 20 or more posts affected?"}, After: "jobs"},
	{Name: "layoffs", flags: []string{"work", "work_big", "exit_big"}, Question: catalog.Text{ZH: "会有 20 人以上或十分之一以上员工离岗吗？", EN: "Will 20 or more people, or a tenth of the staff, leave?"}, After: "jobs-many"},
	{Name: "income", flags: []string{"commercial"}, Question: catalog.Text{ZH: "项目有收入计划吗？", EN: "Does the project plan income?"}},
	{Name: "open", flags: []string{"open"}, Question: catalog.Text{ZH: "会开源代码、模型或数据吗？", EN: "Will code, models or data be open source?"}},
	{Name: "state", flags: []string{"govsoe"}, Question: catalog.Text{ZH: "有政府部门、国有企业或事业单位参与吗？", EN: "Does a government body, state-owned firm or public institution take part?"}},
	{Name: "large", flags: []string{"large"}, Question: catalog.Text{ZH: "总投资达到 1000 万元吗？", EN: "Is the total 10 million CNY or more?"}},
}

// kindTraits are the traits that a kind of project nearly always has.
var kindTraits = map[string][]string{
	"application":        {"model", "train", "data"},
	"foundation_model":   {"model", "train", "data"},
	"dataset":            {"train", "data"},
	"smart_terminal":     {"model", "train", "data"},
	"research":           {"model", "train", "data"},
	"open_source":        {"model", "train", "data", "open"},
	"governance_service": {"model", "train", "data", "state"},
	"common_platform":    {"model", "data"},
	"pilot_base":         {"data"},
	"compute_facility":   {},
}

// kindFlags are flags that follow from the kind or the domain itself.
var kindFlags = map[string][]string{
	"compute_facility":   {"facility", "compute"},
	"pilot_base":         {"pilotbase", "platform"},
	"common_platform":    {"platform"},
	"smart_terminal":     {"terminal"},
	"research":           {"research"},
	"governance_service": {"govuse"},
	"livelihood":         {"live"},
	"industry":           {"industry"},
	"governance":         {"govuse"},
	"science":            {"research"},
}
