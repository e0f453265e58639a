package cli

// failureWords are the phrases about flags that cannot be read, and about files that the system refuses.
type failureWords struct {
	badFlag, unknownFlag, needsValue   string
	badValue                           map[string]string // by the type of the flag
	badOther                           string
	notThere, notAllowed, thereAlready string
	notRegular, diskFull, noFolder     string
	isFolder, readOnly                 string
}

var chineseFailure = failureWords{
	badFlag:     "选项写法有误：%v",
	unknownFlag: "没有选项 %s",
	needsValue:  "选项 %s 后面缺少值",
	badValue: map[string]string{
		"int": "--%s “%s”：应为整数", "uint64": "--%s “%s”：应为不小于 0 的整数", "bool": "--%s “%s”：应为 true 或 false",
		"duration": "--%s “%s”：应为 90s、10m 这样的时长",
	},
	badOther:     "--%s “%s”：这个值不能用",
	notThere:     "%s：没有这个文件或目录",
	notAllowed:   "%s：没有权限",
	thereAlready: "%s：已经存在",
	notRegular:   "%s：不是普通文件",
	diskFull:     "%s：磁盘已满",
	noFolder:     "%s：路径中有一部分不是目录",
	isFolder:     "%s：是目录，不是文件",
	readOnly:     "%s：所在的文件系统是只读的",
}

var englishFailure = failureWords{
	badFlag:     "a flag cannot be read: %v",
	unknownFlag: "unknown flag: %s",
	needsValue:  "the flag %s needs a value",
	badValue: map[string]string{
		"int": "--%s %q: not a whole number", "uint64": "--%s %q: not a whole number from 0", "bool": "--%s %q: neither true nor false",
		"duration": "--%s %q: not a duration like 90s or 10m",
	},
	badOther:     "--%s %q: not a value that it takes",
	notThere:     "%s: no such file or folder",
	notAllowed:   "%s: permission denied",
	thereAlready: "%s: exists already",
	notRegular:   "%s: not a regular file",
	diskFull:     "%s: no space left on the disk",
	noFolder:     "%s: a part of the path is not a folder",
	isFolder:     "%s: a folder, not a file",
	readOnly:     "%s: the file system is read-only",
}
