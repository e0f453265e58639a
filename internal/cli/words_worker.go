package cli

// workerWords are the phrases of `hegui worker`.
type workerWords struct {
	short, long, example string
	flagWorkers          string
	badCount, noStore    string
	onlyOne              string
}

var chineseWorker = workerWords{
	short: "评估批次中的申报书，为服务分担工作",
	long: `评估批次中的申报书，为服务分担工作：连上服务所用的 PostgreSQL，领取批次的分块，逐份评估，写回结果。
可以在任意多台机器上运行；进程意外终止时，手上的分块会由其他进程接着做，不丢失、不重复。

收到中断信号（Ctrl-C、SIGTERM）后，做完手上的一份，保存已有结果，退回其余部分，然后退出。

配置文件、环境变量与 hegui serve 相同；各台机器须使用同一版本的 hegui 和相同的规则包。
SQLite 存储只允许一个进程写入：由 hegui serve 自己评估（见其 --workers）；服务停止时也可以用本命令。

退出码：0 正常结束；2 用法错误；3 存储打不开；4 规则包无效。`,
	example: `  hegui worker --store postgres://hegui@db.example/hegui
  hegui worker --store postgres://hegui@db.example/hegui --workers 4 --pack ./my-pack
  hegui worker --config hegui.yaml`,
	flagWorkers: "同时评估的分块数；默认为处理器个数",
	badCount:    "--workers %d：须在 1 到 64 之间",
	noStore:     "不知道存储在哪里：请用 --store、HEGUI_STORE 或配置文件中的 store 指明",
	onlyOne:     "%s 正被进程 %d 使用。SQLite 存储只有一个进程可以写入，由 hegui serve 自己评估；要多个进程分担，请改用 PostgreSQL",
}

var englishWorker = workerWords{
	short: "assess the proposals of batches, beside the service",
	long: `Assesses the proposals of batches, beside the service: takes parts of batches from the PostgreSQL that the
service uses, assesses one proposal after the other and writes the results back. It may run on any number
of machines; what a worker held that was killed is done by another, nothing is lost and nothing done twice.

Interrupted (Ctrl-C, SIGTERM), it finishes the proposal at hand, keeps the results it has, gives back the
rest and ends.

Configuration file and environment are those of hegui serve; all machines must run the same hegui with the
same packs. A SQLite store has one process that writes, so hegui serve assesses by itself there (see its
--workers); this command can be used on it while the service is stopped.

Exit codes: 0 it ended as told; 2 wrong usage; 3 the store cannot be opened; 4 a pack is invalid.`,
	example: `  hegui worker --store postgres://hegui@db.example/hegui
  hegui worker --store postgres://hegui@db.example/hegui --workers 4 --pack ./my-pack
  hegui worker --config hegui.yaml`,
	flagWorkers: "parts of batches assessed at the same time; by default one for each processor",
	badCount:    "--workers %d: it must be between 1 and 64",
	noStore:     "the store is not known; name it with --store, HEGUI_STORE or store in the configuration",
	onlyOne:     "%s is in use by process %d. A SQLite store has one process that writes, and hegui serve assesses by itself; for several processes use PostgreSQL",
}
