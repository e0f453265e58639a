package cli

import "hegui/internal/auth"

// authWords are the phrases of key, and of what lets callers of serve in.
type authWords struct {
	keyShort, keyLong, keyExample                              string
	newShort, newLong, newExample                              string
	listShort, listLong, listExample                           string
	revokeUse, revokeShort, revokeLong, revokeExample          string
	flagFile, flagName, flagScope, flagExpires, flagListFormat string
	made, revoked, noHome, badName, badScope, noScope          string
	badExpires, oneID, noKey, none                             string
	headID, headState, headScopes, headCreated, headExpires    string
	headName                                                   string
	badRole, noKeysFile                                        string
	flagKeyStore, flagRole, flagAs, madeInStore, headRole      string
	twoPlaces, unknownRole, noRole, noParty, needlessParty     string
	badParty                                                   string
	state                                                      map[string]string
	fault                                                      map[auth.Fault]string
}

var chineseAuth = authWords{
	keyShort: "管理 hegui serve 的访问密钥",
	keyLong: `管理 hegui serve 的访问密钥。密钥文件只存散列值，丢失的密钥无法找回，只能另发一个。
新增和撤销立即生效，不必重启服务。

密钥文件：--file，否则为环境变量 HEGUI_KEYS 所指，再否则为 $XDG_CONFIG_HOME/hegui/keys.json。
该文件只允许所有者读写（权限 0600），否则拒绝使用。给出 --store 时，密钥在存储中。

退出码：0 成功；2 用法错误；3 密钥文件或存储读写不了。`,
	keyExample: `  hegui key new --name 初审系统 --scope read --scope assess
  hegui key list
  hegui key revoke ke3mq7xz2a`,
	newShort: "新发一个密钥",
	newLong: `新发一个密钥。密钥只在标准输出上显示这一次；如何使用，写在标准错误上。

权限：read 查询规则包和要求；assess 评估、比较申报书和编辑辅助；metrics 读取 /metrics；
records 使用存储中的申报和评审，须同时给出角色，给出角色时自动包含。
角色：applicant 申报单位，portal 代各单位提交的门户，reviewer 评审人，chair 评审组长，admin 管理员。
前三者用 --as 写明代表谁；换发密钥时沿用同一名称，申报和评审任务仍归其名下。`,
	newExample: `  hegui key new --name 初审系统 --scope read --scope assess
  hegui key new --name 监控 --scope metrics --expires 365d --file keys.json
  hegui key new --name 脚本 --scope assess --expires 12h > 密钥.txt
  hegui key new --name 李评审 --role reviewer --as li --store sqlite:hegui.db`,
	listShort: "列出密钥",
	listLong:  "列出密钥的编号、状态、权限、日期和名称。密钥本身没有保存，也就无从列出。",
	listExample: `  hegui key list
  hegui key list --format json --file keys.json`,
	revokeUse: "revoke 编号", revokeShort: "撤销一个密钥",
	revokeLong:    "撤销一个密钥，立即生效，不能恢复。编号是密钥中 hg_ 之后的一段，hegui key list 也会列出。",
	revokeExample: "  hegui key revoke ke3mq7xz2a",
	flagFile:      "密钥文件", flagName: "名称：谁用、做什么用（1 至 100 个字符）",
	flagScope: "权限，可多次给出：read、assess、records、metrics", flagExpires: "有效期，如 90d 或 12h，最长 365d", flagListFormat: "输出格式：text、json",
	made: `密钥 %s 已写入 %s，有效期至 %s。
上面一行就是密钥，只显示这一次，请妥善保存。使用时放在请求头中：
  curl -H "Authorization: Bearer 密钥" http://127.0.0.1:8080%s
服务须以 hegui serve --keys %[2]s 启动。撤销：hegui key revoke %[1]s --file %[2]s
`,
	flagKeyStore: "存放密钥的存储，代替密钥文件：sqlite:路径，或 postgres://用户@主机/库名",
	flagRole:     "角色：applicant、portal、reviewer、chair、admin", flagAs: "代表的申报单位、门户或评审人",
	headRole: "角色",
	madeInStore: `密钥 %s 已写入 %s，有效期至 %s。
上面一行就是密钥，只显示这一次，请妥善保存。使用时放在请求头中：
  curl -H "Authorization: Bearer 密钥" http://127.0.0.1:8080%s
服务须以 hegui serve --store %[2]s 启动。撤销：hegui key revoke %[1]s --store %[2]s
`,
	twoPlaces:   "--file 和 --store 只能给出一个",
	unknownRole: "--role “%s”：没有这种角色；可用：%s", noRole: "权限 records 须用 --role 写明角色；可用：%s",
	noParty: "角色 %s 须用 --as 写明代表谁", needlessParty: "--as 只用于角色 applicant、portal 和 reviewer",
	badParty: "--as “%s”：应为可见字符，最长 255 字节，首尾不能是空格",
	revoked:  "密钥 %s 已撤销。\n", noHome: "不知道密钥文件在哪里：请用 --file 指定",
	badName:  "--name “%s”：应为 1 至 100 个可见字符，首尾不能是空格",
	badScope: "--scope “%s”：没有这种权限，或给出了两次；可用：%s", noScope: "请用 --scope 给出权限；可用：%s",
	badExpires: "--expires “%s”：应为 90d 或 12h 这样的时长，大于 0，不超过 365d",
	oneID:      "请给出一个密钥编号；hegui key list 列出全部编号", noKey: "%s 中没有编号为“%s”的密钥；hegui key list 列出全部编号",
	none:   "%s 中没有密钥。\n",
	headID: "编号", headState: "状态", headScopes: "权限", headCreated: "创建日期", headExpires: "到期日期", headName: "名称",
	badRole:    "oidc.roles 中角色“%s”的权限（%s）：有没有的权限，或重复，或有两个角色；可用权限：%s；可用角色：%s",
	noKeysFile: "没有密钥文件 %s；先发一个密钥：hegui key new --name 名称 --scope read --scope assess --file %s",
	state:      map[string]string{"active": "有效", "expired": "已过期", "revoked": "已撤销"},
	fault: map[auth.Fault]string{
		auth.FaultMode:    "密钥文件 %s 允许所有者以外的人读写；请运行 chmod 600 收回权限，若可能已泄露，请撤销其中的密钥",
		auth.FaultRegular: "密钥文件 %s 不是普通文件",
		auth.FaultContent: "密钥文件 %s 不是 hegui 所写的样子；请用备份恢复，或另建一个文件重新发密钥",
		auth.FaultLocked:  "密钥文件 %s 正被另一个进程修改；请稍后再试",
	},
}

var englishAuth = authWords{
	keyShort: "manage the keys of hegui serve",
	keyLong: `Manages the keys of hegui serve. The file holds hashes only: a lost key cannot be found again, but another
one can be made. New and revoked keys count at once, without a restart of the service.

The file is the one that --file names, else the environment variable HEGUI_KEYS, else
$XDG_CONFIG_HOME/hegui/keys.json. It is refused unless only its owner may read and write it (mode 0600).
With --store the keys are in the store.

Exit codes: 0 done; 2 wrong usage; 3 the file of keys or the store cannot be read or written.`,
	keyExample: `  hegui key new --name "first review" --scope read --scope assess
  hegui key list
  hegui key revoke ke3mq7xz2a`,
	newShort: "make a key",
	newLong: `Makes a key. It is shown on standard output this once; how to use it is said on standard error.

Scopes: read for packs and requirements; assess to score and compare proposals and for help in editors;
metrics for /metrics; records for submissions and reviews in the store, which needs a role and comes with one.
Roles: applicant; portal, which hands in for applicants; reviewer; chair; admin. --as names whom the first three
stand for: a new key for the same name has the same submissions and the same reviews.`,
	newExample: `  hegui key new --name "first review" --scope read --scope assess
  hegui key new --name monitoring --scope metrics --expires 365d --file keys.json
  hegui key new --name script --scope assess --expires 12h > key.txt
  hegui key new --name "Ms Li" --role reviewer --as li --store sqlite:hegui.db`,
	listShort: "list the keys",
	listLong:  "Lists id, state, scopes, dates and name of the keys. The keys themselves are kept nowhere, so they cannot be listed.",
	listExample: `  hegui key list
  hegui key list --format json --file keys.json`,
	revokeUse: "revoke ID", revokeShort: "revoke a key",
	revokeLong:    "Revokes a key, at once and for good. The id is the part of the key after hg_; hegui key list shows it, too.",
	revokeExample: "  hegui key revoke ke3mq7xz2a",
	flagFile:      "file of keys", flagName: "who uses the key, for what (1 to 100 characters)",
	flagScope: "what the key allows, may be repeated: read, assess, records, metrics", flagExpires: "how long it is valid, such as 90d or 12h, at most 365d", flagListFormat: "output format: text, json",
	made: `Key %s is in %s and valid until %s.
The line above is the key. It is shown this once; keep it safe. Send it with each request:
  curl -H "Authorization: Bearer KEY" http://127.0.0.1:8080%s
The service has to run as hegui serve --keys %[2]s. To end the key: hegui key revoke %[1]s --file %[2]s
`,
	flagKeyStore: "store that holds the keys, in place of a file: sqlite:PATH, or postgres://USER@HOST/NAME",
	flagRole:     "role: applicant, portal, reviewer, chair, admin", flagAs: "applicant, portal or reviewer that the key stands for",
	headRole: "ROLE",
	madeInStore: `Key %s is in %s and valid until %s.
The line above is the key. It is shown this once; keep it safe. Send it with each request:
  curl -H "Authorization: Bearer KEY" http://127.0.0.1:8080%s
The service has to run as hegui serve --store %[2]s. To end the key: hegui key revoke %[1]s --store %[2]s
`,
	twoPlaces:   "give --file or --store, not both",
	unknownRole: "--role %q is unknown; known are %s", noRole: "the scope records needs a role, --role; known are %s",
	noParty: "the role %s needs --as: whom the key stands for", needlessParty: "--as is for the roles applicant, portal and reviewer",
	badParty: "--as %q: it must be characters that can be seen, at most 255 bytes, without a space at either end",
	revoked:  "Key %s is revoked.\n", noHome: "where the keys are is not known; name the file with --file",
	badName:  "--name %q: it must be 1 to 100 characters that can be seen, without a space at either end",
	badScope: "--scope %q is unknown or given twice; known are %s", noScope: "say what the key allows with --scope; known are %s",
	badExpires: "--expires %q: it must be a time such as 90d or 12h, more than 0 and at most 365d",
	oneID:      "one id of a key is needed; hegui key list shows them", noKey: "%s has no key with the id %q; hegui key list shows them",
	none:   "%s has no keys.\n",
	headID: "ID", headState: "STATE", headScopes: "SCOPES", headCreated: "CREATED", headExpires: "EXPIRES", headName: "NAME",
	badRole:    "oidc.roles: what role %q allows (%s) is unknown, named twice, or more than one role; known scopes are %s, known roles %s",
	noKeysFile: "there is no file of keys %s; make a key first: hegui key new --name NAME --scope read --scope assess --file %s",
	state:      map[string]string{"active": "active", "expired": "expired", "revoked": "revoked"},
	fault: map[auth.Fault]string{
		auth.FaultMode:    "keys %s: others than the owner may read or write the file; take that away with chmod 600, and revoke its keys if they may have leaked",
		auth.FaultRegular: "keys %s: not a regular file",
		auth.FaultContent: "keys %s: not as hegui wrote the file; restore it from a backup, or make new keys in another file",
		auth.FaultLocked:  "keys %s: another process is changing the file; try again",
	},
}
