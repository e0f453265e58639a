package config

import (
	"fmt"

	"hegui/internal/catalog"
)

// say fills values into a text.
func say(t catalog.Text, values ...any) catalog.Text {
	return catalog.Text{ZH: fmt.Sprintf(t.ZH, values...), EN: fmt.Sprintf(t.EN, values...)}
}

var (
	tooLong             = catalog.Text{EN: "larger than %d KiB, which no configuration is", ZH: "超过 %d KiB，不会是配置文件"}
	badYAML             = catalog.Text{EN: "not YAML: %s", ZH: "不是 YAML：%s"}
	secondDocument      = catalog.Text{EN: "a second document; a configuration is one, so remove what follows ---", ZH: "出现第二个文档；配置文件只能有一个，请删去 --- 之后的内容"}
	unknownKey          = catalog.Text{EN: "unknown key; docs/service.md lists them all", ZH: "没有这个配置项；docs/service.zh.md 列有全部配置项"}
	unknownKeyNear      = catalog.Text{EN: "unknown key; did you mean %s?", ZH: "没有这个配置项；是否想写 %s？"}
	unknownVariable     = catalog.Text{EN: "unknown variable; docs/service.md lists them all (in Kubernetes, set enableServiceLinks: false)", ZH: "没有这个变量；docs/service.zh.md 列有全部变量（在 Kubernetes 中请设置 enableServiceLinks: false）"}
	unknownVariableNear = catalog.Text{EN: "unknown variable; did you mean %s?", ZH: "没有这个变量；是否想写 %s？"}
	duplicateKey        = catalog.Text{EN: "is already on line %d; keep one of the two", ZH: "第 %d 行已有此项；两处只保留一处"}
	noAnchors           = catalog.Text{EN: "anchors, aliases and merge keys are not taken; write the value out", ZH: "不接受锚点、别名和合并键；请直接写出值"}
	twice               = catalog.Text{EN: "%s is listed twice", ZH: "%s 重复列出"}
	missing             = catalog.Text{EN: "is empty; give a value, or leave the key out for its default", ZH: "为空；请给出值，或删去此项而用默认值"}

	wantGroup     = catalog.Text{EN: "wants keys below it, indented", ZH: "其下应有缩进的配置项"}
	wantList      = catalog.Text{EN: "wants a list of texts: [a, b]", ZH: "应为文本列表：[a, b]"}
	wantRoles     = catalog.Text{EN: "wants scopes by role: {reviewer: [read, assess]}", ZH: "应为各角色的权限：{reviewer: [read, assess]}"}
	wantRolesText = catalog.Text{EN: "wants scopes by role: reviewer=read,assess clerk=read", ZH: "应为各角色的权限：reviewer=read,assess clerk=read"}
	wantText      = catalog.Text{EN: "wants a text; put quotes around it", ZH: "应为文本；请加引号"}
	wantBool      = catalog.Text{EN: "wants true or false", ZH: "应为 true 或 false"}
	wantNumber    = catalog.Text{EN: "wants a plain number", ZH: "应为普通数字"}
	wantSize      = catalog.Text{EN: "wants a size with its unit, B, KiB, MiB or GiB: 64MiB", ZH: "应为带单位（B、KiB、MiB、GiB）的大小：64MiB"}
	wantDuration  = catalog.Text{EN: "wants a time with its unit, ms, s or m: 2s", ZH: "应为带单位（ms、s、m）的时间：2s"}
	wantChoice    = catalog.Text{EN: "%s is none of %s", ZH: "%s 不是以下之一：%s"}
	outOfRange    = catalog.Text{EN: "%s is not between %s and %s", ZH: "%s 不在 %s 到 %s 之间"}

	wantAddress   = catalog.Text{EN: "%s is not an address like 127.0.0.1:8080", ZH: "%s 不是 127.0.0.1:8080 这样的地址"}
	wantStore     = catalog.Text{EN: "%s is neither a file (sqlite:PATH) nor postgres://USER@HOST/NAME", ZH: "%s 既不是文件（sqlite:路径），也不是 postgres://用户@主机/库名"}
	storePassword = catalog.Text{EN: "the address has a password, which others can see; put it into the file that PGPASSFILE names", ZH: "地址中含有密码，会被他人看到；请写入 PGPASSFILE 所指的文件"}
	wantIssuer    = catalog.Text{EN: "%s is not an address like https://login.example.org without user and query (http only on this machine)", ZH: "%s 不是 https://login.example.org 这样不含用户和查询的地址（仅本机可用 http）"}
	wantOrigin    = catalog.Text{EN: "%s is not an origin like https://apply.example.org: scheme, host and port in lower case, no path, no *", ZH: "%s 不是 https://apply.example.org 这样的来源：小写的协议、主机和端口，不含路径和 *"}
	wantNetwork   = catalog.Text{EN: "%s is neither an address nor a network like 10.0.0.0/8", ZH: "%s 既不是地址，也不是 10.0.0.0/8 这样的网段"}
	secretInPlace = catalog.Text{EN: "wants the name of a file, not what is in it", ZH: "应为文件名，而不是文件内容"}

	tlsPair    = catalog.Text{EN: "tls.certificate and tls.key belong together; set both or neither", ZH: "tls.certificate 和 tls.key 须同时设置，或都不设置"}
	noAudience = catalog.Text{EN: "set oidc.audience too: without it, tokens that were issued for other services would be taken", ZH: "还须设置 oidc.audience：否则会接受发给其他服务的令牌"}
	noIssuer   = catalog.Text{EN: "set oidc.issuer too: without it, no tokens are taken", ZH: "还须设置 oidc.issuer：否则不接受任何令牌"}
	noRoles    = catalog.Text{EN: "set oidc.roles too: without it, no caller would be allowed anything", ZH: "还须设置 oidc.roles：否则任何调用者都没有权限"}
	open       = catalog.Text{
		EN: "%s can be reached from other machines, but nobody would have to identify themselves; set keys (HEGUI_KEYS, --keys: a file of API keys) or oidc.issuer, or listen on 127.0.0.1",
		ZH: "%s 可从其他机器访问，却不验证身份；请设置 keys（HEGUI_KEYS、--keys，API 密钥文件）或 oidc.issuer，或只监听 127.0.0.1"}
)
