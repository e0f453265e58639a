package batch

// texts holds the words for every code: "E_NOTHING", or "E_NOTHING/lines" for a variant of it. Errors are
//
//	of a name:         E_NOT_REGULAR E_NO_MATCH E_PATTERN E_OUTSIDE
//	of what it holds:  E_NOTHING E_NOT_OBJECT E_STDIN
//	of one entry:      E_ENTRY_NAME E_LINK E_SPECIAL E_ENCRYPTED E_METHOD
//	of an archive:     E_ARCHIVE E_ARCHIVE_SIZE E_ENTRIES E_INFLATED E_RATIO E_OVERLAP E_DUP_ENTRY
//	of a journal:      E_JOURNAL E_JOURNAL_VERSION E_JOURNAL_BUSY E_JOURNAL_DAMAGED
var texts = map[string]text{
	"E_NOT_REGULAR": {
		bilingual{"不是普通文件", "it is not a regular file"},
		bilingual{"给出申报书文件本身；管道内容用“-”从标准输入读取。", `Name the proposal itself; read a pipe from standard input with "-".`},
	},
	"E_NO_MATCH": {
		bilingual{"没有文件符合这个通配符", "no file matches the pattern"},
		bilingual{
			"核对目录和扩展名；* 不跨目录，** 跨任意层目录，以点开头的文件须写明点。",
			"Check the folder and the extension: * stays within a folder, ** crosses any number, and a leading dot must be written.",
		},
	},
	"E_PATTERN": {
		bilingual{"通配符写法有误", "the pattern is malformed"},
		bilingual{"检查方括号是否成对；文件名本身含 * ? [ 时，直接给出完整文件名。", "Check that brackets are closed; a file whose name holds * ? or [ is found by its full name."},
	},
	"E_OUTSIDE": {
		bilingual{"这个链接指向所给目录之外，未读取", "the link leads out of the folder and was not followed"},
		bilingual{"直接给出链接所指的文件，或把文件复制到目录里。", "Name the file it leads to, or copy that file into the folder."},
	},
	"E_NOTHING": {
		bilingual{"里面没有可评估的申报书（忽略了 {ignored} 个其他文件）", "there is no proposal in it (other files ignored: {ignored})"},
		bilingual{"放入扩展名为 .yaml 或 .yml 的申报书（JSON 须逐个指名）；压缩包里的压缩包不会打开。", "Put proposals into it that end in .yaml or .yml (JSON is read by name); an archive inside an archive is not opened."},
	},
	"E_NOTHING/lines": {
		bilingual{"里面一行申报书也没有", "there is not one line with a proposal in it"},
		bilingual{"每行写一份申报书，写成一个 JSON 对象。", "Write one proposal per line, each a JSON object."},
	},
	"E_NOT_OBJECT": {
		bilingual{"这一行不是 JSON 对象", "the line is not a JSON object"},
		bilingual{"一份申报书写成一行，以 { 开头、以 } 结尾；YAML 申报书请单独存为文件。", "Write each proposal as one line from { to }; save a proposal in YAML as a file of its own."},
	},
	"E_STDIN": {
		bilingual{"没有标准输入可读，或标准输入已经读过", "there is no standard input, or it has been read already"},
		bilingual{"“-”只写一次，并用管道或重定向给出内容。", `Give "-" once, and give it something to read by a pipe or a redirection.`},
	},
	"E_ENTRY_NAME": {
		bilingual{"压缩包中这一项的名称不安全", "the name of this entry of the archive is not safe"},
		bilingual{"用相对路径重新打包，名称里不用“..”和反斜杠。", "Pack it again with relative names, without \"..\" and without backslashes."},
	},
	"E_ENTRY_NAME/character": {
		bilingual{"压缩包中这一项的名称含有控制字符、不可见字符或无法识别的编码", "the name of this entry of the archive holds control or invisible characters, or an unknown encoding"},
		bilingual{"改名后重新打包，名称用 UTF-8 编码。", "Rename it and pack it again, with names in UTF-8."},
	},
	"E_ENTRY_NAME/long": {
		bilingual{"压缩包中这一项的名称超过 {bytes} 字节或 {levels} 层目录", "the name of this entry of the archive has more than {bytes} bytes or {levels} levels"},
		bilingual{"缩短名称或减少目录层次后重新打包。", "Shorten the name or use fewer folders, and pack it again."},
	},
	"E_LINK": {
		bilingual{"压缩包中这一项是链接，未读取", "this entry of the archive is a link and was not followed"},
		bilingual{"打包时放入文件本身（tar 用 --dereference --hard-dereference）。", "Pack the file itself (tar: --dereference --hard-dereference)."},
	},
	"E_SPECIAL": {
		bilingual{"压缩包中这一项是设备、管道等特殊文件，未读取", "this entry of the archive is a device, a pipe or the like and was not read"},
		bilingual{"只打包普通文件。", "Pack regular files only."},
	},
	"E_SPECIAL/sparse": {
		bilingual{"压缩包中这一项是稀疏文件，未读取", "this entry of the archive is a sparse file and was not read"},
		bilingual{"打包时不用 tar 的 --sparse 选项。", "Pack it without the option --sparse of tar."},
	},
	"E_ENCRYPTED": {
		bilingual{"压缩包中这一项已加密", "this entry of the archive is encrypted"},
		bilingual{"不设密码重新打包。", "Pack it again without a password."},
	},
	"E_METHOD": {
		bilingual{"压缩包中这一项的压缩方法（编号 {method}）不受支持", "this entry of the archive uses a compression method (number {method}) that is not supported"},
		bilingual{"用普通 zip 方式（Deflate）重新打包。", "Pack it again as an ordinary zip (Deflate)."},
	},
	"E_ARCHIVE": {
		bilingual{"压缩包已损坏，或内容与扩展名不符", "the archive is damaged, or not what its extension says"},
		bilingual{"重新打包或重新下载；扩展名须为 .zip、.tar、.tar.gz 或 .tgz。", "Pack or download it again; the extension must be .zip, .tar, .tar.gz or .tgz."},
	},
	"E_ARCHIVE/truncated": {
		bilingual{"压缩包不完整：结尾缺失", "the archive is not whole: its end is missing"},
		bilingual{"重新打包或重新下载完整的压缩包。", "Pack it again, or download all of it."},
	},
	"E_ARCHIVE/trailing": {
		bilingual{"压缩包结尾之后还有多余内容", "something follows the end of the archive"},
		bilingual{"重新打包；不要把几个压缩包拼接在一起。", "Pack it again; do not join archives."},
	},
	"E_ARCHIVE/checksum": {
		bilingual{"压缩包中“{entry}”的内容与校验和或所写大小不符", "the content of {entry} in the archive does not match its checksum or stated size"},
		bilingual{"重新打包或重新下载。", "Pack or download it again."},
	},
	"E_ARCHIVE/zip64": {
		bilingual{"压缩包采用 Zip64 格式，不受支持", "the archive is in the form Zip64, which is not supported"},
		bilingual{"用普通 zip 格式重新打包；Zip64 只用于超大或文件极多的压缩包。", "Pack it again as an ordinary zip; Zip64 is for what is very large or has very many files."},
	},
	"E_ARCHIVE_SIZE": {
		bilingual{"压缩包超过上限 {limit} 字节", "the archive is larger than the limit of {limit} bytes"},
		bilingual{"分成几个压缩包，附件不要放进来；或直接给出目录。", "Split it, and leave attachments out; or name the folder instead."},
	},
	"E_ENTRIES": {
		bilingual{"压缩包超过 {limit} 项", "the archive has more than {limit} entries"},
		bilingual{"分成几个压缩包，或直接给出目录。", "Split it, or name the folder instead."},
	},
	"E_INFLATED": {
		bilingual{"压缩包解开后超过上限 {limit} 字节", "the archive unpacks to more than the limit of {limit} bytes"},
		bilingual{"分成几个压缩包，附件不要放进来；或直接给出目录。", "Split it, and leave attachments out; or name the folder instead."},
	},
	"E_RATIO": {
		bilingual{"压缩率超过 {limit} 倍，像是压缩炸弹", "it unpacks to more than {limit} times its size, like a decompression bomb"},
		bilingual{"申报书一般压缩到十分之一左右；请检查内容，或不压缩直接给出文件。", "Proposals usually shrink about ten times; look at what is inside, or name the files without packing them."},
	},
	"E_OVERLAP": {
		bilingual{"压缩包中“{first}”与“{second}”占用同一段数据，像是压缩炸弹", "{first} and {second} share the same bytes of the archive, like a decompression bomb"},
		bilingual{"用常见的工具重新打包。", "Pack it again with a common tool."},
	},
	"E_DUP_ENTRY": {
		bilingual{"压缩包中有两项同名或仅大小写、写法不同：“{first}”与“{second}”", "two entries of the archive have the same name, or names that differ only in case or spelling: {first} and {second}"},
		bilingual{"删去或改名其中一项，重新打包。", "Remove or rename one of them and pack it again."},
	},
	"E_JOURNAL": {
		bilingual{"这个文件不是 hegui 的进度记录，未改动", "the file is not a journal of hegui; it was left as it is"},
		bilingual{"换一个文件名，或先移走该文件。", "Give another name, or move the file away first."},
	},
	"E_JOURNAL_VERSION": {
		bilingual{"这个进度记录由另一版本的 hegui 写成，未改动", "the journal was written by another version of hegui; it was left as it is"},
		bilingual{"换一个文件名重新开始，或用原来的版本继续。", "Begin anew under another name, or go on with that version."},
	},
	"E_JOURNAL_BUSY": {
		bilingual{"另一个正在运行的 hegui 占用着这个进度记录", "another run of hegui is using the journal"},
		bilingual{"等它结束，或换一个文件名。", "Wait for it to end, or give another name."},
	},
	"E_JOURNAL_DAMAGED": {
		bilingual{"进度记录在打开之后被改动", "the journal was changed after it was opened"},
		bilingual{"不要在运行中编辑该文件；重新运行即可，改坏的部分会重做。", "Do not edit it during a run; run again, and what is damaged is done anew."},
	},
}
