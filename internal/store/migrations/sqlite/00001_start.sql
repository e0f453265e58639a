-- +goose Up

-- Bytes of proposals, each once, whoever handed them in.
CREATE TABLE proposal (
	digest TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the bytes, hex
	size INTEGER NOT NULL,            -- bytes as they were handed in
	body BLOB NOT NULL,               -- packed
	seen INTEGER NOT NULL             -- when they were last handed in; all times are microseconds since 1970
) STRICT;

CREATE TABLE submission (
	id TEXT NOT NULL PRIMARY KEY,
	portal TEXT NOT NULL,
	reference TEXT NOT NULL, -- what the portal calls it
	applicant TEXT NOT NULL,
	versions INTEGER NOT NULL, -- number of the current one
	created INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	closed INTEGER,            -- when it was decided; nothing is added after it
	hold TEXT NOT NULL,        -- why it must be kept; '' when it need not be
	UNIQUE (portal, reference)
) STRICT;
CREATE INDEX submission_by_time ON submission (created, id);
CREATE INDEX submission_by_applicant ON submission (applicant, created, id);
CREATE INDEX submission_by_change ON submission (changed, id);

CREATE TABLE version (
	submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	number INTEGER NOT NULL, -- from 1
	digest TEXT NOT NULL REFERENCES proposal (digest),
	actor TEXT NOT NULL,
	created INTEGER NOT NULL,
	PRIMARY KEY (submission, number)
) STRICT;
CREATE INDEX version_by_digest ON version (digest);

-- What was answered to requests with an idempotency key.
CREATE TABLE answer (
	caller TEXT NOT NULL,
	key TEXT NOT NULL,
	request TEXT NOT NULL, -- SHA-256 of method, route and body, hex
	answer BLOB,           -- NULL while the request is in flight
	expires INTEGER NOT NULL,
	PRIMARY KEY (caller, key)
) STRICT;
CREATE INDEX answer_by_expiry ON answer (expires);

CREATE TABLE assessment (
	key TEXT NOT NULL PRIMARY KEY, -- assess.Key: the bytes and all that decides the result
	digest TEXT NOT NULL REFERENCES proposal (digest) ON DELETE CASCADE,
	pack_id TEXT NOT NULL,
	pack_version TEXT NOT NULL,
	pack_digest TEXT NOT NULL,
	profile TEXT NOT NULL,
	as_of TEXT NOT NULL,
	engine TEXT NOT NULL,
	verdict TEXT NOT NULL,
	score INTEGER NOT NULL, -- basis points
	result_digest TEXT NOT NULL,
	result BLOB NOT NULL,   -- JSON, packed
	created INTEGER NOT NULL
) STRICT;
CREATE INDEX assessment_by_proposal ON assessment (digest, created, key);

CREATE TABLE batch (
	id TEXT NOT NULL PRIMARY KEY,
	label TEXT NOT NULL,
	actor TEXT NOT NULL,
	pack_id TEXT NOT NULL,
	pack_version TEXT NOT NULL,
	pack_digest TEXT NOT NULL,
	profile TEXT NOT NULL,
	as_of TEXT NOT NULL,
	state TEXT NOT NULL,
	items INTEGER NOT NULL,
	created INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	hold TEXT NOT NULL
) STRICT;
CREATE INDEX batch_by_time ON batch (created, id);
CREATE INDEX batch_by_change ON batch (changed, id);

CREATE TABLE item (
	batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	number INTEGER NOT NULL, -- from 1, in the order of the upload
	name TEXT NOT NULL,
	digest TEXT NOT NULL REFERENCES proposal (digest),
	submission TEXT REFERENCES submission (id) ON DELETE SET NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	assessment TEXT REFERENCES assessment (key),
	verdict TEXT NOT NULL,   -- of the assessment; '' without one
	score INTEGER NOT NULL,  -- of the assessment; -1 without one, so that it ranks last
	problem TEXT NOT NULL,   -- why it failed
	PRIMARY KEY (batch, number)
) STRICT;
CREATE INDEX item_by_state ON item (batch, state, number);
CREATE INDEX item_by_rank ON item (batch, score DESC, number);
CREATE INDEX item_by_digest ON item (digest);
CREATE INDEX item_by_submission ON item (submission);
CREATE INDEX item_by_assessment ON item (assessment);

-- One row for each person who reviews: what is done for one at a time is done under the lock of this row.
CREATE TABLE reviewer (
	id TEXT NOT NULL PRIMARY KEY,
	changed INTEGER NOT NULL
) STRICT;

CREATE TABLE assignment (
	submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	reviewer TEXT NOT NULL REFERENCES reviewer (id),
	actor TEXT NOT NULL,
	created INTEGER NOT NULL,
	ended INTEGER, -- NULL while it holds
	PRIMARY KEY (submission, reviewer)
) STRICT;
CREATE INDEX assignment_by_reviewer ON assignment (reviewer, created, submission);

-- Conflicts of interest: who must not review whose submissions.
CREATE TABLE interest (
	reviewer TEXT NOT NULL REFERENCES reviewer (id),
	applicant TEXT NOT NULL,
	reason TEXT NOT NULL,
	actor TEXT NOT NULL,
	created INTEGER NOT NULL,
	PRIMARY KEY (reviewer, applicant)
) STRICT;

CREATE TABLE note (
	id TEXT NOT NULL PRIMARY KEY,
	submission TEXT NOT NULL,
	version INTEGER NOT NULL,
	reviewer TEXT NOT NULL REFERENCES reviewer (id),
	requirement TEXT NOT NULL, -- '' for a note on the whole
	words TEXT NOT NULL,
	created INTEGER NOT NULL,
	FOREIGN KEY (submission, version) REFERENCES version (submission, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX note_by_submission ON note (submission, created, id);

-- What a reviewer says of a requirement, beside what the machine said. Rows are added, never changed but for their end.
CREATE TABLE override (
	id TEXT NOT NULL PRIMARY KEY,
	submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	assessment TEXT NOT NULL REFERENCES assessment (key) ON DELETE CASCADE,
	requirement TEXT NOT NULL,
	machine TEXT NOT NULL, -- status that the machine gave
	status TEXT NOT NULL,  -- status that the reviewer gives
	reason TEXT NOT NULL CHECK (reason <> ''),
	reviewer TEXT NOT NULL REFERENCES reviewer (id),
	created INTEGER NOT NULL,
	withdrawn INTEGER      -- NULL while it stands
) STRICT;
CREATE INDEX override_by_submission ON override (submission, created, id);
CREATE INDEX override_by_assessment ON override (assessment);

CREATE TABLE waiver (
	id TEXT NOT NULL PRIMARY KEY,
	pack_id TEXT NOT NULL,
	requirement TEXT NOT NULL,
	project TEXT NOT NULL, -- '*' for every project
	codes TEXT NOT NULL,   -- JSON; [] for all
	profile TEXT NOT NULL, -- '' for all
	reason TEXT NOT NULL CHECK (reason <> ''),
	owner TEXT NOT NULL,
	approver TEXT NOT NULL CHECK (approver <> owner),
	expires TEXT NOT NULL, -- last day, YYYY-MM-DD
	created INTEGER NOT NULL,
	revoked INTEGER
) STRICT;
CREATE INDEX waiver_by_time ON waiver (created, id);
CREATE INDEX waiver_by_project ON waiver (pack_id, project);

CREATE TABLE api_key (
	id TEXT NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	scopes TEXT NOT NULL, -- JSON
	created INTEGER NOT NULL,
	expires INTEGER NOT NULL,
	revoked INTEGER,
	sha256 TEXT NOT NULL  -- of the whole key, hex
) STRICT;

-- Who did what. Each row's hash covers its content and the hash of the row before.
CREATE TABLE audit (
	seq INTEGER NOT NULL PRIMARY KEY, -- from 1, without gaps
	at INTEGER NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	object TEXT NOT NULL,
	detail TEXT NOT NULL, -- JSON
	prev BLOB NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_object ON audit (object, seq);

-- The last row of audit. It is what appends wait for, and what shows that the last row is missing.
CREATE TABLE audit_head (
	one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
	seq INTEGER NOT NULL,
	hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, zeroblob(32));

-- +goose StatementBegin
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'rows of audit are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'rows of audit are never removed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_at_end BEFORE INSERT ON audit WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'rows of audit are added at the end'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.seq < OLD.seq
BEGIN SELECT RAISE(ABORT, 'the head of audit never goes back'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'the head of audit is never removed'); END;
-- +goose StatementEnd
