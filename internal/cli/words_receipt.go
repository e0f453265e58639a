package cli

// receiptWords are the phrases of receipts: `hegui check --receipts`, `hegui verify` and `hegui key pair`.
type receiptWords struct {
	flagReceipts, flagReceiptKey           string
	noFolder, noSigningKey, folderExists   string
	none, written                          string
	pairShort, pairLong, pairExample       string
	pairDone                               string
	verifyUse, verifyShort, verifyLong     string
	verifyExample                          string
	flagProposal, flagKey, flagSignatures  string
	flagProof, flagRoot                    string
	flagProfile, flagAsOf                  string
	oneReceipt, nothingToVerify            string
	proofAndRoot, badSignatures, noKey     string
	waiversWithout                         string
	otherPack                              string
	signedBy, included, repeated, engines  string
	verdict                                map[string]string
	otherInputs, otherOutcome, otherEngine string
	difference                             string
}

var chineseReceipt = receiptWords{
	flagReceipts:   "为每份申报书出具签名回执，写入这一新目录，并附批次的根和证明",
	flagReceiptKey: "签署回执的私钥文件，可多次给出（hegui key pair 生成）",
	noFolder:       "请用 --receipts 给出写入回执的目录",
	noSigningKey:   "请用 --receipt-key 给出签署回执的私钥文件；没有则先运行 hegui key pair",
	folderExists:   "%s 已存在；回执只写入新目录，不覆盖任何文件",
	none:           "没有可出具回执的申报书，未写入 %s\n",
	written:        "已写入 %d 份回执：%s\n批次的根 %x，密钥 %s\n",
	pairShort:      "生成签名用的密钥",
	pairLong: `生成一对 Ed25519 密钥，用来签署回执或规则包：私钥（只有本人可读）和公钥（.pub）。
公钥同时写到标准输出。已有的文件不会被覆盖。`,
	pairExample: "  hegui key pair --output receipts.key",
	pairDone:    "密钥 %s\n私钥 %s：妥善保管，不要交给他人\n公钥 %s：交给核验的人\n",
	verifyUse:   "verify 回执",
	verifyShort: "核验回执：签名，以及重评一遍结果是否相同",
	verifyLong: `核验一份回执：
  1. 签名由受信任的密钥作出，内容没有改动；
  2. 申报书、规则包、评审方案、评估日期、豁免与回执所说相同；
  3. 按回执所说的条件重评一遍，结果逐字节相同。重评不走快速解析，规则由 OPA 自己执行；
  4. 给出 --proof 和 --root 时，回执确在这一批次之中。
凡有不符，逐项说明。

退出码：0 相符；1 不符；2 用法错误；3 文件读不了，或不是回执；4 规则包无效；5 程序内部错误；130 被中断。`,
	verifyExample: `  hegui verify 回执/000001.receipt.json --proposal 申报书.yaml --key receipts.key.pub
  hegui verify 000001.receipt.json --proof 000001.proof.json --root root.json --key receipts.key.pub
  hegui verify r.json --proposal 申报书.yaml --waivers 豁免.yaml --as-of 2026-11-01 --key receipts.key.pub`,
	flagProposal:    "回执所说的申报书，重评一遍",
	flagKey:         "受信任的公钥文件，可多次给出（另加 HEGUI_RECEIPT_KEYS，逗号分隔）",
	flagSignatures:  "至少要有几个受信任的密钥签名",
	flagProof:       "回执在批次中的证明",
	flagRoot:        "批次的根，与 --proof 一起给出",
	flagProfile:     "回执必须是这一评审方案的",
	flagAsOf:        "回执必须是这一评估日期的",
	oneReceipt:      "请给出一份回执；例如：hegui verify 000001.receipt.json --proposal 申报书.yaml --key receipts.key.pub",
	nothingToVerify: "请用 --proposal 给出申报书以重评，或用 --proof 和 --root 核验所在批次",
	proofAndRoot:    "--proof 和 --root 须一起给出",
	waiversWithout:  "--waivers 只用于重评：请同时用 --proposal 给出申报书",
	badSignatures:   "--signatures %d：至少为 1",
	noKey:           "请用 --key 给出受信任的公钥文件：没有公钥，回执证明不了什么",
	otherPack:       "回执所用的规则包“%s”不是内置的；请用 --pack 给出它的包文件或目录",
	signedBy:        "%s：签名有效，密钥 %s，签发于 %s",
	included:        "在批次之中：第 %d 份，共 %d 份，根 %s，签发于 %s",
	verdict:         map[string]string{"pass": "通过", "fail": "不通过", "review": "待复核", "error": "无法评估"},
	repeated:        "重评相符：%s，规则包 %s %s，评审方案 %s，评估日期 %s，结论 %s，得分 %s\n结果 %s",
	engines:         "回执由 hegui %s 出具，现由 %s 重评，结果相同",
	otherInputs:     "%s：回执不符，未重评：",
	otherOutcome:    "%s：重评的结果与回执不符（出具：hegui %s；重评：%s）：",
	otherEngine:     "%s：重评的结果与回执不符；程序版本也不同（出具：hegui %s；重评：%s），请用出具时的版本再核验一次：",
	difference:      "  %s：回执为 %s，现为 %s",
}

var englishReceipt = receiptWords{
	flagReceipts:   "write a signed receipt for each proposal into this new folder, with root and proofs of the batch",
	flagReceiptKey: "private key that signs receipts; may be given several times (hegui key pair makes one)",
	noFolder:       "name the folder for the receipts with --receipts",
	noSigningKey:   "name the private key that signs receipts with --receipt-key; hegui key pair makes one",
	folderExists:   "%s is there already; receipts go into a new folder and overwrite nothing",
	none:           "no proposal can have a receipt; %s was not written\n",
	written:        "%d receipts written: %s\nroot of the batch %x, keys %s\n",
	pairShort:      "make a key for signing",
	pairLong: `Makes an Ed25519 key pair to sign receipts or packs with: the private key, which only you can read, and the
public key (.pub), which goes to standard output, too. Nothing is overwritten.`,
	pairExample: "  hegui key pair --output receipts.key",
	pairDone:    "key %s\nprivate key %s: keep it to yourself\npublic key %s: give it to those who verify\n",
	verifyUse:   "verify RECEIPT",
	verifyShort: "verify a receipt: its signature, and that assessing again gives the same result",
	verifyLong: `Verifies a receipt:
  1. a key that is trusted signed it, and nothing was changed;
  2. proposal, pack, profile, date and waivers are those that it names;
  3. assessed again under what it names, the proposal gives the same result byte for byte. No fast path takes
     part, and OPA's own evaluator runs the rules;
  4. with --proof and --root, the receipt is one of that batch.
Whatever differs is named.

Exit codes: 0 it holds; 1 something differs; 2 wrong usage; 3 a file cannot be read or is no receipt; 4 the pack
is invalid; 5 internal error; 130 interrupted.`,
	verifyExample: `  hegui verify receipts/000001.receipt.json --proposal proposal.yaml --key receipts.key.pub
  hegui verify 000001.receipt.json --proof 000001.proof.json --root root.json --key receipts.key.pub
  hegui verify r.json --proposal proposal.yaml --waivers waivers.yaml --as-of 2026-11-01 --key receipts.key.pub`,
	flagProposal:    "the proposal that the receipt is about, to be assessed again",
	flagKey:         "public key that is trusted; may be given several times (those in HEGUI_RECEIPT_KEYS, separated by commas, are too)",
	flagSignatures:  "how many of the trusted keys must have signed",
	flagProof:       "proof that the receipt is one of a batch",
	flagRoot:        "root of the batch, together with --proof",
	flagProfile:     "the receipt must be of this profile",
	flagAsOf:        "the receipt must be of this date",
	oneReceipt:      "name one receipt; for example: hegui verify 000001.receipt.json --proposal proposal.yaml --key receipts.key.pub",
	nothingToVerify: "name the proposal with --proposal to assess it again, or --proof and --root to check the batch",
	proofAndRoot:    "--proof and --root go together",
	waiversWithout:  "--waivers is for assessing again: name the proposal with --proposal, too",
	badSignatures:   "--signatures %d: at least 1",
	noKey:           "name the public key that you trust with --key: without one a receipt proves nothing",
	otherPack:       "the receipt is of the pack %q, which is not built in; name its file or folder with --pack",
	signedBy:        "%s: good signature of key %s, issued %s",
	included:        "in the batch: receipt %d of %d, root %s, issued %s",
	verdict:         map[string]string{"pass": "pass", "fail": "fail", "review": "review", "error": "error"},
	repeated:        "assessed again, the same: %s, pack %s %s, profile %s, as of %s, verdict %s, score %s\nresult %s",
	engines:         "the receipt is of hegui %s, assessed again with %s: the same result",
	otherInputs:     "%s: the receipt is of something else, nothing was assessed again:",
	otherOutcome:    "%s: assessed again, the result is another (receipt by hegui %s, again by %s):",
	otherEngine:     "%s: assessed again, the result is another, and so is the program (receipt by hegui %s, again by %s); verify with the version of the receipt:",
	difference:      "  %s: %s in the receipt, %s now",
}
