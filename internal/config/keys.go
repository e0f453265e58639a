package config

import (
	"strconv"
	"strings"

	"hegui/internal/catalog"
)

// key is one thing that can be set. Default and range are written as a person writes them in the file.
type key struct {
	name         string // group.name, as in the file
	flag         string // of the command line, without --; "" for none
	def          string
	least, most  string // of an amount; "" when there is no range
	choices      []string
	perProcessor bool // default and range are for one processor
	check        func(string) (catalog.Text, bool)
	field        func(*Config) any
	doc          catalog.Text
}

// variable is the name of a key in the environment.
func (k key) variable() string {
	return "HEGUI_" + strings.ToUpper(strings.ReplaceAll(k.name, ".", "_"))
}

// table lists the keys, in the order in which they are shown. The ranges of limits end at four times the default.
func table(processors int) []key {
	keys := []key{
		{name: "address", flag: "addr", def: "127.0.0.1:8080", check: hostPort, field: func(c *Config) any { return &c.Address },
			doc: catalog.Text{EN: "host and port to listen on; beyond the loopback address `keys` or `oidc.issuer` must be set", ZH: "监听的主机和端口；监听回环地址以外的地址时，须设置 `keys` 或 `oidc.issuer`"}},
		{name: "packs", flag: "pack", def: "aiplus", check: given, field: func(c *Config) any { return &c.Packs },
			doc: catalog.Text{EN: "packs to serve: names of built-in ones, folders that hold packs, or bundles (.tar.gz). Folders, and bundles where `pack_keys` is empty, run in a process of their own", ZH: "提供的规则包：内置规则包的名称、规则包所在目录，或包文件（.tar.gz）。目录，以及未设 `pack_keys` 时的包文件，在单独的进程中运行"}},
		{name: "pack_keys", flag: "pack-key", check: fileName, field: func(c *Config) any { return &c.PackKeys },
			doc: catalog.Text{EN: "files of the public keys that bundles may be signed with; when there are any, a bundle that is not signed with one of them is refused", ZH: "规则包公钥文件；设置后，未由其中之一签名的包文件一律拒绝"}},
		{name: "engine", flag: "engine", def: "plan", choices: []string{"plan", "opa"}, field: func(c *Config) any { return &c.Engine },
			doc: catalog.Text{EN: "who answers for the rules: `plan`, a compiled plan of them, or `opa`, OPA's own evaluator, which says the same and takes longer", ZH: "由谁给出规则的结果：`plan` 为编译后的执行计划，`opa` 为 OPA 自带的求值器；两者结果相同，后者较慢"}},
		{name: "cache", check: given, field: func(c *Config) any { return &c.Cache },
			doc: catalog.Text{EN: "folder that keeps plans of packs between runs; `off` keeps none, and by default it is `hegui/plans` in the cache folder of the user", ZH: "在多次运行之间保存规则包执行计划的目录；`off` 表示不保存，默认为用户缓存目录下的 `hegui/plans`"}},
		{name: "keys", flag: "keys", check: fileName, field: func(c *Config) any { return &c.Keys },
			doc: catalog.Text{EN: "file of API keys", ZH: "API 密钥文件"}},
		{name: "store", flag: "store", check: storeAddress, field: func(c *Config) any { return &c.Store },
			doc: catalog.Text{EN: "where submissions, batches and reviews are kept: a file (`sqlite:PATH`) or `postgres://USER@HOST/NAME`; its tables are made by `hegui migrate up`", ZH: "申报、批次和评审记录的存放处：文件（`sqlite:路径`）或 `postgres://用户@主机/库名`；先用 `hegui migrate up` 建表"}},
		{name: "workers", flag: "workers", def: "1", least: "0", most: "64", field: func(c *Config) any { return &c.Workers },
			doc: catalog.Text{EN: "parts of batches that the service assesses at the same time, in turn with its requests; 0 leaves them to `hegui worker`", ZH: "服务同时评估的批次分块数，与请求轮流进行；0 表示全部交给 `hegui worker`"}},
		{name: "receipt_keys", flag: "receipt-key", check: fileName, field: func(c *Config) any { return &c.ReceiptKeys },
			doc: catalog.Text{EN: "files of the private keys (`hegui key pair`) that sign receipts of stored assessments; none by default", ZH: "为已保存的评估签发收据的私钥文件（`hegui key pair`）；默认没有"}},
		{name: "oidc.issuer", flag: "oidc-issuer", check: issuer, field: func(c *Config) any { return &c.OIDC.Issuer },
			doc: catalog.Text{EN: "address of the OpenID Connect issuer whose tokens are taken", ZH: "接受其令牌的 OpenID Connect 签发方地址"}},
		{name: "oidc.audience", flag: "oidc-audience", field: func(c *Config) any { return &c.OIDC.Audience },
			doc: catalog.Text{EN: "audience that tokens must name; must be set with the issuer", ZH: "令牌必须写明的受众；设置签发方时必填"}},
		{name: "oidc.roles_claim", flag: "oidc-roles-claim", def: "roles", check: given, field: func(c *Config) any { return &c.OIDC.RolesClaim },
			doc: catalog.Text{EN: "claim that lists the roles of a caller", ZH: "列出调用者角色的声明（claim）"}},
		{name: "oidc.roles", flag: "oidc-role", field: func(c *Config) any { return &c.OIDC.Roles },
			doc: catalog.Text{EN: "what each role of the provider allows, scopes and at most one role of hegui: `{juror: [read, reviewer]}`; `juror=read,reviewer` in a flag", ZH: "提供方的各角色允许什么：权限，以及至多一个 hegui 角色：`{juror: [read, reviewer]}`；选项中写作 `juror=read,reviewer`"}},
		{name: "oidc.party_claim", flag: "oidc-party-claim", def: "sub", check: given, field: func(c *Config) any { return &c.OIDC.PartyClaim },
			doc: catalog.Text{EN: "claim that names the applicant, portal or reviewer that a caller acts as", ZH: "写明调用者代表哪个申报单位、门户或评审人的声明（claim）"}},
		{name: "tls.certificate", flag: "tls-certificate", check: fileName, field: func(c *Config) any { return &c.TLS.Certificate },
			doc: catalog.Text{EN: "file of the certificate chain (PEM); read again on SIGHUP", ZH: "证书链文件（PEM）；收到 SIGHUP 后重新读取"}},
		{name: "tls.key", flag: "tls-key", check: fileName, field: func(c *Config) any { return &c.TLS.Key },
			doc: catalog.Text{EN: "file of the certificate's private key (PEM)", ZH: "证书私钥文件（PEM）"}},
		{name: "cors.origins", flag: "cors-origin", check: origin, field: func(c *Config) any { return &c.CORS.Origins },
			doc: catalog.Text{EN: "origins whose pages may read answers, such as `https://apply.example.org`; none by default", ZH: "允许哪些来源的网页读取答复，如 `https://apply.example.org`；默认没有"}},
		{name: "trusted_proxies", flag: "trusted-proxy", check: network, field: func(c *Config) any { return &c.TrustedProxies },
			doc: catalog.Text{EN: "addresses or networks (CIDR) of reverse proxies: their X-Forwarded-For is believed, and `connections_per_client` does not hold for them", ZH: "反向代理的地址或网段（CIDR）：采信其 X-Forwarded-For，且不受 `connections_per_client` 限制"}},

		{name: "limits.archive", def: "64MiB", least: "1KiB", most: "256MiB", field: func(c *Config) any { return &c.Limits.Archive },
			doc: catalog.Text{EN: "size of a request with many proposals", ZH: "含多份申报书的请求的大小"}},
		{name: "limits.evaluation", def: "2s", least: "10ms", most: "8s", field: func(c *Config) any { return &c.Limits.Evaluation },
			doc: catalog.Text{EN: "time to evaluate one proposal", ZH: "评估一份申报书的时间"}},
		{name: "limits.slots", def: "1", least: "1", most: "4", perProcessor: true, field: func(c *Config) any { return &c.Limits.Slots },
			doc: catalog.Text{EN: "proposals evaluated at the same time; packs that run in a process of their own have 2 more each, at most", ZH: "同时评估的份数；在独立进程中运行的规则包各自另有至多 2 份"}},
		{name: "limits.queue", def: "64", least: "1", most: "256", field: func(c *Config) any { return &c.Limits.Queue },
			doc: catalog.Text{EN: "requests that wait for their turn; more are told to come back (503)", ZH: "排队等待的请求数；超出的请求收到稍后再来的答复（503）"}},
		{name: "limits.wait", def: "2s", least: "10ms", most: "8s", field: func(c *Config) any { return &c.Limits.Wait },
			doc: catalog.Text{EN: "time a request waits for its turn before it is told to come back (503)", ZH: "请求排队的最长时间，超过则收到稍后再来的答复（503）"}},
		{name: "limits.rate", def: "0", least: "0", most: "10000", field: func(c *Config) any { return &c.Limits.Rate },
			doc: catalog.Text{EN: "requests per second of one caller, on average; more are refused (429). 0 is 50 where callers identify themselves, and no limit where they do not", ZH: "一个调用者平均每秒的请求数；超出的请求被拒绝（429）。0 表示：调用者须表明身份时为 50，否则不限"}},
		{name: "limits.burst", def: "0", least: "0", most: "10000", field: func(c *Config) any { return &c.Limits.Burst },
			doc: catalog.Text{EN: "requests that one caller may make at once; 0 is twice the rate", ZH: "一个调用者可以一次发出的请求数；0 表示速率的两倍"}},
		{name: "limits.connections", def: "512", least: "1", most: "2048", field: func(c *Config) any { return &c.Limits.Connections },
			doc: catalog.Text{EN: "connections in all; one above is closed at once", ZH: "连接总数；超出的连接立即关闭"}},
		{name: "limits.connections_per_client", def: "32", least: "1", most: "128", field: func(c *Config) any { return &c.Limits.ConnectionsPerClient },
			doc: catalog.Text{EN: "connections of one address (of one /64 network of IPv6)", ZH: "同一地址（IPv6 为同一 /64 网段）的连接数"}},
		{name: "limits.connections_loopback", def: "512", least: "1", most: "2048", field: func(c *Config) any { return &c.Limits.ConnectionsLoopback },
			doc: catalog.Text{EN: "connections of one address on this machine", ZH: "本机同一地址的连接数"}},
		{name: "limits.header_timeout", def: "5s", least: "100ms", most: "20s", field: func(c *Config) any { return &c.Limits.HeaderTimeout },
			doc: catalog.Text{EN: "time to send the header of a request", ZH: "发送请求头的时间"}},
		{name: "limits.read_timeout", def: "30s", least: "100ms", most: "120s", field: func(c *Config) any { return &c.Limits.ReadTimeout },
			doc: catalog.Text{EN: "time to send a request; one with many proposals has its own rule: 64 KiB/s after 10 s, 10 minutes at most", ZH: "发送请求的时间；含多份申报书的请求另有规定：10 秒之后至少 64 KiB/s，最长 10 分钟"}},
		{name: "limits.write_timeout", def: "60s", least: "100ms", most: "240s", field: func(c *Config) any { return &c.Limits.WriteTimeout },
			doc: catalog.Text{EN: "time to take an answer; of one with many proposals, each part of it", ZH: "接收答复的时间；含多份申报书的答复按每一部分计"}},
		{name: "limits.idle_timeout", def: "60s", least: "1s", most: "240s", field: func(c *Config) any { return &c.Limits.IdleTimeout },
			doc: catalog.Text{EN: "time a connection may be idle between two requests", ZH: "两次请求之间连接可以空闲的时间"}},
		{name: "limits.drain_delay", def: "1s", least: "0s", most: "60s", field: func(c *Config) any { return &c.Limits.DrainDelay },
			doc: catalog.Text{EN: "time the service answers on after it was told to end, while /readyz says that it is not ready; longer than a load balancer takes to notice", ZH: "收到退出信号后继续服务的时间，其间 /readyz 答复未就绪；应长于负载均衡器察觉所需的时间"}},
		{name: "limits.drain", def: "20s", least: "1s", most: "80s", field: func(c *Config) any { return &c.Limits.Drain },
			doc: catalog.Text{EN: "time that requests under way have to end after it", ZH: "此后留给未完成请求的时间"}},

		{name: "log.level", flag: "log-level", def: "info", choices: []string{"debug", "info", "warn", "error"}, field: func(c *Config) any { return &c.Log.Level },
			doc: catalog.Text{EN: "least level that is logged", ZH: "记录日志的最低级别"}},
		{name: "log.format", flag: "log-format", def: "json", choices: []string{"json", "text"}, field: func(c *Config) any { return &c.Log.Format },
			doc: catalog.Text{EN: "form of log lines, on standard error", ZH: "日志行的格式，写到标准错误"}},
		{name: "reload.watch", flag: "watch", def: "true", field: func(c *Config) any { return &c.Reload.Watch },
			doc: catalog.Text{EN: "load packs again when their files change, not only on SIGHUP", ZH: "规则包文件有变化时重新加载，而不只在收到 SIGHUP 时"}},
	}
	for i := range keys {
		if k := &keys[i]; k.perProcessor {
			k.def, k.least, k.most = times(k.def, processors), "1", times(k.most, processors)
		}
	}
	return keys
}

func times(n string, by int) string {
	v, _ := strconv.Atoi(n) // a number of the table above
	return strconv.Itoa(v * by)
}

// join makes one text of all times that a flag was given: of a list all items, else the last.
func (k key) join(texts []string) string {
	switch k.field(new(Config)).(type) {
	case *[]string:
		return strings.Join(texts, ",")
	case *map[string][]string:
		return strings.Join(texts, " ")
	default:
		return texts[len(texts)-1]
	}
}

// Flag is a key that can be set on the command line.
type Flag struct {
	Key, Name string
	Default   string
	Switch    bool // needs no value
	Many      bool // may be given more than once
	Usage     catalog.Text
}

// Flags lists them, in the order of the table.
func Flags() []Flag {
	var flags []Flag
	for _, k := range table(1) {
		if k.flag != "" {
			f := Flag{Key: k.name, Name: k.flag, Default: k.def, Usage: k.doc}
			switch k.field(new(Config)).(type) {
			case *bool:
				f.Switch = true
			case *[]string, *map[string][]string:
				f.Many = true
			}
			flags = append(flags, f)
		}
	}
	return flags
}
