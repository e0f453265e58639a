package cli

// packBundleWords are the phrases of bundles: `hegui pack build`, keygen, sign and verify, and opening packs.
type packBundleWords struct {
	flagPackKey, flagTrust                      string
	noProgram, disagrees, otherPlan             string
	buildShort, buildLong, buildExample         string
	flagBundle, noOutput, built                 string
	keygenShort, keygenLong, keygenExample      string
	flagKeyOutput, keygenDone                   string
	signUse, signShort, signLong, signExample   string
	flagKey, flagSigned, noKey, keyMode, signed string
	verifyUse, verifyShort, verifyLong          string
	verifyExample, flagPublicKey, noPublicKey   string
	verified, oneBundle                         string
}

var chinesePackBundle = packBundleWords{
	flagPackKey: "受信任的规则包公钥文件，可多次给出；给出后，包文件必须由其中之一签名（默认取自 HEGUI_PACK_KEYS，逗号分隔）",
	flagTrust:   "信任 --pack 指定的目录，在本进程中运行其规则（供编写规则包时使用）",
	noProgram:   "不受信任的规则包须在单独的进程中运行，而此处无法启动",
	otherPlan:   "%s：包内的执行计划与规则不符，或由另一版本的 hegui 生成；用 hegui pack build 重新打包",
	disagrees:   "%s：包内的 .manifest 或 data.json 与规则包本身不符；用 hegui pack build 重新打包",
	buildShort:  "把规则包打成一个包文件",
	buildLong: `把规则包打成一个包文件（OPA bundle，.tar.gz）。同样的内容总是得到同样的字节。
包文件可直接用于 --pack，也可用 opa eval -b 打开。`,
	buildExample:  "  hegui pack build --pack ./grants --output grants.tar.gz",
	flagBundle:    "写入的包文件",
	noOutput:      "请用 --output 给出要写入的文件",
	built:         "已写入 %s：规则包 %s %s\n摘要 %s\n%d 个文件，%d 字节；尚未签名\n",
	keygenShort:   "生成签名用的密钥",
	keygenLong:    "生成一对 Ed25519 密钥：私钥（只有本人可读）和公钥（.pub）。已有的文件不会被覆盖。",
	keygenExample: "  hegui pack keygen --output pack.key",
	flagKeyOutput: "写入的私钥文件；公钥写入同名的 .pub 文件",
	keygenDone:    "密钥 %s\n私钥 %s：妥善保管，不要交给他人\n公钥 %s：交给使用规则包的人\n",
	signUse:       "sign 包文件",
	signShort:     "给包文件签名",
	signLong: `给包文件签名：OPA 的 .signatures.json，一个 EdDSA 签名，列出每个文件的 SHA-256。
原有的签名被替换。opa 也能核验：opa run -b --verification-key … --signing-alg EdDSA。`,
	signExample:   "  hegui pack sign --key pack.key grants.tar.gz",
	flagKey:       "私钥文件",
	flagSigned:    "写入的包文件（默认写回原文件）",
	noKey:         "请用 --key 给出私钥文件；没有则先运行 hegui pack keygen",
	keyMode:       "%s：其他用户可以读取这一私钥；运行 chmod 600",
	signed:        "已签名 %s：规则包 %s %s\n摘要 %s\n密钥 %s\n",
	verifyUse:     "verify 包文件",
	verifyShort:   "核验包文件的签名",
	verifyLong:    "核验包文件的签名：由受信任的密钥签名，且内容与签名时完全相同。不符则退出码为 4。",
	verifyExample: "  hegui pack verify --key pack.key.pub grants.tar.gz",
	flagPublicKey: "受信任的公钥文件，可多次给出",
	noPublicKey:   "请用 --key 给出公钥文件（hegui pack keygen 写出的 .pub 文件）",
	verified:      "签名有效 %s：规则包 %s %s\n摘要 %s\n密钥 %s\n",
	oneBundle:     "请给出一个包文件，如 grants.tar.gz",
}

var englishPackBundle = packBundleWords{
	flagPackKey: "public key that packs may be signed with; may be given several times; then bundles must be signed with one of them (default from HEGUI_PACK_KEYS, separated by commas)",
	flagTrust:   "trust the folder that --pack names and run its rules in this process (while writing a pack)",
	noProgram:   "packs that are not trusted run in a process of their own, which cannot be started here",
	otherPlan:   "%s: its plan is not what the rules give, or was made by another version of hegui; make it again with hegui pack build",
	disagrees:   "%s: its .manifest or data.json does not say what the pack says; make it again with hegui pack build",
	buildShort:  "pack a pack into one file",
	buildLong: `Packs a pack into one file: an OPA bundle (.tar.gz). The same content always gives the same bytes.
--pack takes it as it is, and so does opa eval -b.`,
	buildExample:  "  hegui pack build --pack ./grants --output grants.tar.gz",
	flagBundle:    "bundle to write",
	noOutput:      "name the file to write with --output",
	built:         "written: %s, pack %s %s\ndigest %s\n%d files, %d bytes; not signed yet\n",
	keygenShort:   "make a key for signing",
	keygenLong:    "Makes an Ed25519 key pair: the private key, which only you can read, and the public key (.pub). Nothing is overwritten.",
	keygenExample: "  hegui pack keygen --output pack.key",
	flagKeyOutput: "file of the private key to write; the public key goes beside it with .pub",
	keygenDone:    "key %s\nprivate key %s: keep it to yourself\npublic key %s: give it to those who use your packs\n",
	signUse:       "sign BUNDLE",
	signShort:     "sign a bundle",
	signLong: `Signs a bundle: OPA's .signatures.json with one EdDSA signature over the SHA-256 of every file. A signature
that it had is replaced. opa checks it, too: opa run -b --verification-key … --signing-alg EdDSA.`,
	signExample:   "  hegui pack sign --key pack.key grants.tar.gz",
	flagKey:       "file of the private key",
	flagSigned:    "bundle to write (default the same file)",
	noKey:         "name the private key with --key; hegui pack keygen makes one",
	keyMode:       "%s: others can read this private key; run chmod 600",
	signed:        "signed: %s, pack %s %s\ndigest %s\nkey %s\n",
	verifyUse:     "verify BUNDLE",
	verifyShort:   "verify the signature of a bundle",
	verifyLong:    "Verifies the signature of a bundle: made with a key that is trusted, and every file as it was signed. Exit code 4 if not.",
	verifyExample: "  hegui pack verify --key pack.key.pub grants.tar.gz",
	flagPublicKey: "public key that is trusted; may be given several times",
	noPublicKey:   "name a public key with --key (the .pub file that hegui pack keygen writes)",
	verified:      "good signature: %s, pack %s %s\ndigest %s\nkey %s\n",
	oneBundle:     "name one bundle, such as grants.tar.gz",
}
