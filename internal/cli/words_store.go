package cli

import "hegui/internal/store"

// storeWords are the phrases of migrate, store and audit.
type storeWords struct {
	migrateShort, migrateLong, migrateExample                     string
	upShort, upLong, upExample, upDone, upNothing                 string
	statusShort, statusLong, statusExample                        string
	statusCurrent, statusOld, statusNew                           string
	upQueue, statusQueue                                          string
	storeShort, storeLong, storeExample, flagStore                string
	backupUse, backupShort, backupLong, backupExample             string
	oneFile, copying, copied, fileExists, notFile                 string
	retainShort, retainLong, retainExample                        string
	flagOlder, flagDry, badDays, wouldRemove, removed             string
	auditShort, auditLong                                         string
	checkpointShort, checkpointLong, checkpointExample            string
	flagCheckpoint, flagCheckpointKey, flagSignKey                string
	noSignKey, noCheckpointKey                                    string
	verifyShort, verifyLong, verifyExample, flagHead              string
	badHead, verified, soFar                                      string
	noTables, oldTables, newTables, inUse, inUseBy, full, damaged string
	down                                                          string
	address                                                       map[store.AddressFault]string
	tampered                                                      map[store.AuditFault]string
	record                                                        map[store.RecordKind]string
}

var chineseStore = storeWords{
	migrateShort: "建立或升级存储的数据表",
	migrateLong: `建立或升级存储的数据表。存储由 --store 指定，否则取自环境变量 HEGUI_STORE：
sqlite:路径（一个文件），或 postgres://用户@主机/库名。密码写入 PGPASSFILE 所指的文件，不写在地址里。

升级只进不退；升级前请先备份。每个版本要么全部生效，要么毫无改动，中断后重新运行即可。`,
	migrateExample: `  hegui migrate up --store sqlite:/var/lib/hegui/hegui.db
  hegui migrate status --store postgres://hegui@db.example/hegui`,
	upShort:   "把数据表升级到本程序的版本",
	upLong:    "把数据表升级到本程序的版本；没有数据表时新建，没有文件时新建文件（只允许所有者读写）。SQLite 文件被其他进程占用时拒绝升级。",
	upExample: "  hegui migrate up --store sqlite:/var/lib/hegui/hegui.db",
	upDone:    "已应用 %d 个版本；数据表现为版本 %d。\n", upNothing: "数据表已是版本 %d，无需改动。\n",
	upQueue:     "批次队列的数据表已就绪。\n",
	statusQueue: "批次队列的数据表为版本 %d，本程序需要版本 %d：请用同一版本的 hegui 运行 hegui migrate up。\n",
	statusShort: "显示数据表的版本",
	statusLong: `显示数据表的版本和本程序所需的版本，不作任何改动。

退出码：0 一致；1 不一致；2 用法错误；3 存储打不开。`,
	statusExample: "  hegui migrate status --store sqlite:/var/lib/hegui/hegui.db",
	statusCurrent: "数据表为版本 %d，本程序需要版本 %d：一致。\n",
	statusOld:     "数据表为版本 %d，本程序需要版本 %d：请运行 hegui migrate up。\n",
	statusNew:     "数据表为版本 %d，本程序只认识到版本 %d：请换用较新的 hegui。\n",
	storeShort:    "备份存储，清理过期数据",
	storeLong: `备份存储（申报、批次和评审记录），清理过期数据。

存储由 --store 指定，否则取自环境变量 HEGUI_STORE：sqlite:路径，或 postgres://用户@主机/库名。
docs/store.zh.md 说明存了什么、怎样备份和恢复。`,
	storeExample: `  hegui store backup 备份.db --store sqlite:/var/lib/hegui/hegui.db
  hegui store retain --older-than 1095d --dry-run`,
	flagStore: "存储：sqlite:路径 或 postgres://用户@主机/库名（默认取自 HEGUI_STORE）",
	backupUse: "backup 文件", backupShort: "服务运行中备份 SQLite 存储",
	backupLong: `把 SQLite 存储复制到一个新文件，服务不必停止：副本是存储在某一时刻的样子。
副本经过检查（页、索引、引用）才会得到文件名；已有的文件不会被覆盖。
审计日志被改动过时，副本照样生成，退出码为 1。
结果中给出审计日志末尾，请另存他处，供 hegui audit verify --head 使用。

PostgreSQL 请用 pg_dump 或 pg_basebackup。`,
	backupExample: "  hegui store backup /backup/hegui-2026-11-29.db --store sqlite:/var/lib/hegui/hegui.db",
	oneFile:       "请给出一个文件名：备份写到哪里", copying: "正在复制并检查……\n",
	copied:      "已备份到 %s：%d 字节，审计日志末尾 %s\n",
	fileExists:  "%s 已存在；备份不覆盖已有文件，请换一个名字",
	notFile:     "存储不在文件里：PostgreSQL 请用 pg_dump 或 pg_basebackup 备份",
	retainShort: "清理长期没有变动的申报和批次",
	retainLong: `删除在给定天数内没有任何变动、也没有标记保留的申报（连同版本、批注和改判）和批次，
再删除已无人引用的申报书及其评估结果。审计日志不删，每删一项追加一行，日志链仍可校验。

SQLite 存储须先停止服务。中断后重新运行即可继续。`,
	retainExample: `  hegui store retain --older-than 1095d --dry-run
  hegui store retain --older-than 1095d --store postgres://hegui@db.example/hegui`,
	flagOlder: "没有变动的天数，如 365d（必填）", flagDry: "只显示会删除多少，不删除",
	badDays:         "--older-than “%s”：应为 365d 这样的天数，1 至 36500",
	wouldRemove:     "%d 天没有变动的：%d 项申报、%d 个批次会被删除。\n",
	removed:         "%d 天没有变动的已删除：%d 项申报、%d 个批次，以及不再有人引用的 %d 份申报书。\n",
	checkpointShort: "签署审计日志的末尾",
	checkpointLong: `先校验审计日志和各项记录，再签署日志的末尾，作为检查点写到标准输出。另存一处，以后用
hegui audit verify --checkpoint 对照：即使有人能重写整个存储，没有私钥也伪造不了检查点。

退出码：0 已签署；1 日志或记录被改动；2 用法错误；3 存储或密钥读取不了。`,
	checkpointExample: `  hegui audit checkpoint --receipt-key receipts.key --store hegui.db > checkpoint.json
  hegui audit verify --checkpoint checkpoint.json --key receipts.key.pub --store hegui.db`,
	flagCheckpoint: "另存的检查点文件，日志中须仍有它；可多次给出", flagCheckpointKey: "检查点所用的受信任公钥文件，可多次给出（另加 HEGUI_RECEIPT_KEYS，逗号分隔）",
	flagSignKey:     "签署所用的私钥文件（hegui key pair），可多次给出",
	noSignKey:       "请用 --receipt-key 给出签署所用的私钥文件；没有则先运行 hegui key pair",
	noCheckpointKey: "请用 --key 或 HEGUI_RECEIPT_KEYS 给出检查点所用的公钥",
	auditShort:      "校验审计日志",
	auditLong:       "审计日志记录谁在何时对什么做了什么，只增不改，每一行的散列值都涵盖上一行。",
	verifyShort:     "校验审计日志是否被改动",
	verifyLong: `从头读完审计日志，找出被改、被删、被插入或被调换的行，并指出第一处；
再用日志核对申报的版本、评估的得分和结论、改判，找出绕过本程序改动的记录。可在服务运行中进行。

成功后显示日志末尾（行号:散列值）。请把它存到另一个地方，以后用 --head 给出：
这样连同“整个日志重写”和“末尾若干行连同记录一起删去”也能发现。

退出码：0 完好；1 被改动；2 用法错误；3 存储打不开。`,
	verifyExample: `  hegui audit verify --store sqlite:/var/lib/hegui/hegui.db
  hegui audit verify --head 1204:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
	flagHead:  "以前校验时显示的日志末尾，可多次给出",
	badHead:   "--head “%s”：应为“行号:散列值”，即 hegui audit verify 显示的样子",
	verified:  "审计日志完好：%d 行，末尾 %s\n",
	soFar:     "已处理 %d 项\n",
	noTables:  "%s 没有数据表；请先建立：hegui migrate up --store %s",
	oldTables: "%s 的数据表为版本 %d，本程序需要版本 %d；请先备份，再升级：hegui migrate up --store %s",
	newTables: "%s 的数据表为版本 %d，本程序只认识到版本 %d；请换用较新的 hegui",
	inUse:     "%s 正被另一个进程占用；请先停止该进程",
	inUseBy:   "%s 正被进程 %d 占用；请先停止该进程",
	full:      "%s 所在磁盘已满；腾出空间后重试，已存的内容没有丢失",
	damaged:   "%s 已损坏：%v；请用最近的备份恢复",
	down:      "%s 没有应答：%v；请检查数据库是否在运行、地址和权限是否正确",
	address: map[store.AddressFault]string{
		store.FaultEmpty:    "不知道存储在哪里：请用 --store 或环境变量 HEGUI_STORE 指定，如 sqlite:hegui.db",
		store.FaultScheme:   "存储地址应为 sqlite:路径 或 postgres://用户@主机/库名",
		store.FaultPassword: "存储地址中含有密码，会被他人看到；请写入 PGPASSFILE 所指的文件",
		store.FaultForm:     "存储地址无法识别；应为 sqlite:路径 或 postgres://用户@主机/库名",
	},
	tampered: map[store.AuditFault]string{
		store.AuditChanged:   "审计日志被改动：第 %d 行的内容与散列值不符",
		store.AuditMissing:   "审计日志被改动：第 %d 行不见了",
		store.AuditInserted:  "审计日志被改动：第 %d 行是插入的",
		store.AuditUnlinked:  "审计日志被改动：第 %d 行与上一行不相接，两者之一被调换",
		store.AuditRewritten: "审计日志被改动：第 %d 行的散列值与另存的不同",
	},
	record: map[store.RecordKind]string{
		store.RecordVersion:    "申报 %s 的版本与审计日志不符：有人绕过本程序作了改动",
		store.RecordAssessment: "评估 %s 与审计日志不符：有人绕过本程序作了改动",
		store.RecordOverride:   "改判 %s 与审计日志不符：有人绕过本程序作了改动",
	},
}

var englishStore = storeWords{
	migrateShort: "make or upgrade the tables of the store",
	migrateLong: `Makes or upgrades the tables of the store that --store names, else the environment variable HEGUI_STORE:
sqlite:PATH (one file) or postgres://USER@HOST/NAME. A password belongs into the file that PGPASSFILE names,
not into the address.

Upgrades go forward only; make a backup first. Each version is applied whole or not at all: after an
interruption, run it again.`,
	migrateExample: `  hegui migrate up --store sqlite:/var/lib/hegui/hegui.db
  hegui migrate status --store postgres://hegui@db.example/hegui`,
	upShort:   "bring the tables to this program's version",
	upLong:    "Brings the tables to this program's version. Without tables it makes them, without a file it makes one that only its owner may read. A file of SQLite that another process has open is not upgraded.",
	upExample: "  hegui migrate up --store sqlite:/var/lib/hegui/hegui.db",
	upDone:    "Versions applied: %d; the tables are of version %d now.\n", upNothing: "The tables are of version %d already.\n",
	upQueue:     "The tables of the queue of batches are ready.\n",
	statusQueue: "The tables of the queue of batches are of version %d, this program needs %d: run hegui migrate up of the same hegui.\n",
	statusShort: "show the version of the tables",
	statusLong: `Shows the version of the tables and the one that this program needs. Changes nothing.

Exit codes: 0 they are the same; 1 they are not; 2 wrong usage; 3 the store cannot be opened.`,
	statusExample: "  hegui migrate status --store sqlite:/var/lib/hegui/hegui.db",
	statusCurrent: "The tables are of version %d, this program needs %d: the same.\n",
	statusOld:     "The tables are of version %d, this program needs %d: run hegui migrate up.\n",
	statusNew:     "The tables are of version %d, this program knows %d: use a newer hegui.\n",
	storeShort:    "back up the store, remove what is out of its time",
	storeLong: `Backs up the store (submissions, batches and reviews) and removes what is out of its time.

The store is the one that --store names, else the environment variable HEGUI_STORE: sqlite:PATH or
postgres://USER@HOST/NAME. docs/store.md says what is kept, and how to back it up and restore it.`,
	storeExample: `  hegui store backup copy.db --store sqlite:/var/lib/hegui/hegui.db
  hegui store retain --older-than 1095d --dry-run`,
	flagStore: "the store: sqlite:PATH or postgres://USER@HOST/NAME (default from HEGUI_STORE)",
	backupUse: "backup FILE", backupShort: "copy a SQLite store while the service runs",
	backupLong: `Copies a store of SQLite to a new file while the service runs: the copy is the store at one moment. It is
checked (pages, indexes, references) before it gets its name; no file is replaced. When the audit log was
tampered with the copy is made too, and the exit code is 1.
What is printed holds the end of the audit log; keep it elsewhere, for hegui audit verify --head.

For PostgreSQL use pg_dump or pg_basebackup.`,
	backupExample: "  hegui store backup /backup/hegui-2026-11-29.db --store sqlite:/var/lib/hegui/hegui.db",
	oneFile:       "one name of a file is needed: where the copy goes", copying: "Copying and checking…\n",
	copied:      "Copied to %s: %d bytes, the audit log ends at %s\n",
	fileExists:  "%s is there already; a backup replaces no file, so choose another name",
	notFile:     "the store is not in a file: back PostgreSQL up with pg_dump or pg_basebackup",
	retainShort: "remove submissions and batches with which nothing was done for long",
	retainLong: `Removes submissions (with versions, notes and overrides) and batches with which nothing was done for a number of
days and that nobody holds, then the proposals that nothing refers to any more, with their assessments. The
audit log stays: it gets a row for each thing that is removed, and can be verified as before.

The service must not run on a SQLite store meanwhile. After an interruption, run it again.`,
	retainExample: `  hegui store retain --older-than 1095d --dry-run
  hegui store retain --older-than 1095d --store postgres://hegui@db.example/hegui`,
	flagOlder: "days without a change, such as 365d (required)", flagDry: "show how much would be removed, and remove nothing",
	badDays:         "--older-than %q: it must be a number of days such as 365d, from 1 to 36500",
	wouldRemove:     "Days without a change: %d. Would be removed: submissions %d, batches %d.\n",
	removed:         "Days without a change: %d. Removed: submissions %d, batches %d, proposals that nothing refers to any more %d.\n",
	checkpointShort: "sign where the audit log ends",
	checkpointLong: `Verifies the audit log and the records, then signs where the log ends and writes that, a checkpoint, to standard output.
Keep it in a second place for hegui audit verify --checkpoint: whoever can write all of the database anew cannot forge a
checkpoint without the private key.

Exit codes: 0 signed; 1 log or records were tampered with; 2 wrong usage; 3 the store or a key cannot be read.`,
	checkpointExample: `  hegui audit checkpoint --receipt-key receipts.key --store hegui.db > checkpoint.json
  hegui audit verify --checkpoint checkpoint.json --key receipts.key.pub --store hegui.db`,
	flagCheckpoint: "checkpoint that was kept elsewhere: the log must still have it; may be given several times", flagCheckpointKey: "public key that is trusted for checkpoints; may be given several times (those in HEGUI_RECEIPT_KEYS, separated by commas, are too)",
	flagSignKey:     "private key that signs (hegui key pair); may be given several times",
	noSignKey:       "name the private key that signs with --receipt-key; hegui key pair makes one",
	noCheckpointKey: "name the public key of the checkpoint with --key or HEGUI_RECEIPT_KEYS",
	auditShort:      "verify the audit log",
	auditLong:       "The audit log says who did what to which object and when. Rows are only added, and the hash of each covers the row before.",
	verifyShort:     "check whether the audit log was tampered with",
	verifyLong: `Reads all of the audit log, finds rows that were changed, removed, inserted or exchanged, and names the first.
Then holds versions of submissions, scores and verdicts of assessments, and overrides against it, and names the
first that was changed past this program. The service may run meanwhile.

When all is well it shows where the log ends, NUMBER:HASH. Keep that in a second place and give it with --head
later: then a log that was written anew as a whole is found too, and rows that were cut off at the end
together with the note of where it is.

Exit codes: 0 all is well; 1 tampered with; 2 wrong usage; 3 the store cannot be opened.`,
	verifyExample: `  hegui audit verify --store sqlite:/var/lib/hegui/hegui.db
  hegui audit verify --head 1204:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
	flagHead:  "end of the log as an earlier run showed it; may be given several times",
	badHead:   "--head %q: it must be NUMBER:HASH, as hegui audit verify shows it",
	verified:  "The audit log is as it was written: %d rows, it ends at %s\n",
	soFar:     "%d so far\n",
	noTables:  "%s has no tables; make them first: hegui migrate up --store %s",
	oldTables: "%s has tables of version %d, this program needs %d; make a backup, then upgrade: hegui migrate up --store %s",
	newTables: "%s has tables of version %d, this program knows %d; use a newer hegui",
	inUse:     "%s is in use by another process; stop it first",
	inUseBy:   "%s is in use by process %d; stop it first",
	full:      "the disk of %s is full; make room and try again: nothing that was stored is lost",
	damaged:   "%s is damaged: %v; restore it from the last backup",
	down:      "%s does not answer: %v; see whether the database runs, and whether address and permissions are right",
	address: map[store.AddressFault]string{
		store.FaultEmpty:    "where the store is is not known; name it with --store or HEGUI_STORE, such as sqlite:hegui.db",
		store.FaultScheme:   "the address of the store must be sqlite:PATH or postgres://USER@HOST/NAME",
		store.FaultPassword: "the address of the store has a password, which others can see; put it into the file that PGPASSFILE names",
		store.FaultForm:     "the address of the store has no known form; it must be sqlite:PATH or postgres://USER@HOST/NAME",
	},
	tampered: map[store.AuditFault]string{
		store.AuditChanged:   "the audit log was tampered with: the content of row %d is not what its hash says",
		store.AuditMissing:   "the audit log was tampered with: row %d is missing",
		store.AuditInserted:  "the audit log was tampered with: row %d was inserted",
		store.AuditUnlinked:  "the audit log was tampered with: row %d does not follow the one before; one of the two was exchanged",
		store.AuditRewritten: "the audit log was tampered with: the hash of row %d is not the one that was kept",
	},
	record: map[store.RecordKind]string{
		store.RecordVersion:    "the versions of submission %s are not what the audit log says: somebody changed them past this program",
		store.RecordAssessment: "assessment %s is not what the audit log says: somebody changed it past this program",
		store.RecordOverride:   "override %s is not what the audit log says: somebody changed it past this program",
	},
}
