# METADATA
# title: Repositories
# description: >-
#   Whether an address can be that of a repository on the platform that is named: its host is the platform's, and its
#   path has an owner and a repository (X-URL). Nothing is fetched; whether the repository exists is not seen here.
# custom:
#   title_zh: 代码仓库
#   description_zh: 地址能否是所写平台上的仓库：主机属于该平台，路径有所有者和仓库名（X-URL）。不联网访问，仓库是否存在此处看不出。
package aiplus.checks.repositories

_hosts := {
	"gitee": {"gitee.com"},
	"github": {"github.com"},
	"gitcode": {"gitcode.com"},
	"gitlink": {"gitlink.org.cn"},
	"modelscope": {"modelscope.cn"},
	"huggingface": {"huggingface.co"},
	"openi": {"openi.org.cn", "git.openi.org.cn", "openi.pcl.ac.cn"},
}

_platforms := {host: platform | some platform, hosts in _hosts; some host in hosts}

# METADATA
# description: >-
#   At most one disagreement between an artifact's address and its platform. The path is that of the artifact; args url,
#   platform and flaw. Nothing when one of the two is missing: that is a defect of its own.
misplaced(path, artifact) := {{
	"path": array.concat(path, ["repo_url"]),
	"related": [array.concat(path, ["platform"])],
	"args": {
		"url": artifact.repo_url,
		"platform": {"term": concat("_", ["platform", artifact.platform])},
		"flaw": {"term": flaw},
	},
} |
	flaw := _flaw(artifact.repo_url, artifact.platform)
}

_flaw(url, platform) := "repo_other_host" if {
	not _hosted(_host(url), platform)
} else := "repo_no_path" if {
	not _names_repository(_steps(url))
}

# On a platform of somebody's own any host will do that has a domain and is none of the above.
_hosted(host, "other") if {
	contains(host, ".")
	not _platforms[host]
}

_hosted(host, platform) if host in _hosts[platform]

_names_repository(steps) if {
	not steps[0] in _no_owners
	regex.match(_name, steps[0])
	regex.match(_name, steps[1])
}

# Pages of the platforms that look like an owner.
_no_owners := {"search", "explore", "topics", "orgs", "collections", "organization", "organize"}

# A letter or a digit in any script; "." and "-" alone are no name.
_name := `[\pL\pN]`

_host(url) := trim_prefix(regex.replace(_parts(url)[0], `^.*@|:[0-9]*$`, ""), "www.")

# Steps of the path, without the shelf (models, datasets) on which two of the platforms put a repository.
_steps(url) := array.slice(steps, 1, count(steps)) if {
	steps := _path(url)
	steps[0] in {"models", "datasets", "spaces", "studios"}
	_platforms[_host(url)] in {"modelscope", "huggingface"}
} else := _path(url)

_path(url) := [step | some i, step in _parts(url); i > 0; step != ""]

_parts(url) := split(regex.replace(lower(url), `^[a-z]+://|[?#].*$`, ""), "/")

# METADATA
# description: >-
#   The address without what does not change where it leads: case, scheme, www, .git, a query or a slash at the end. Two
#   artifacts with the same place are the same thing.
place(url) := trim_suffix(concat("/", array.concat([_host(url)], _path(url))), ".git")
