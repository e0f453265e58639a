-- +goose Up

-- Bytes of proposals, each once, whoever handed them in.
CREATE TABLE proposal (
	digest TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- SHA-256 of the bytes, hex
	size BIGINT NOT NULL,            -- bytes as they were handed in
	body BYTEA NOT NULL,               -- packed
	seen BIGINT NOT NULL             -- when they were last handed in; all times are microseconds since 1970
);

CREATE TABLE submission (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	portal TEXT COLLATE "C" NOT NULL,
	reference TEXT COLLATE "C" NOT NULL, -- what the portal calls it
	applicant TEXT COLLATE "C" NOT NULL,
	versions BIGINT NOT NULL, -- number of the current one
	created BIGINT NOT NULL,
	changed BIGINT NOT NULL,
	closed BIGINT,            -- when it was decided; nothing is added after it
	hold TEXT COLLATE "C" NOT NULL,        -- why it must be kept; '' when it need not be
	UNIQUE (portal, reference)
);
CREATE INDEX submission_by_time ON submission (created, id);
CREATE INDEX submission_by_applicant ON submission (applicant, created, id);
CREATE INDEX submission_by_change ON submission (changed, id);

CREATE TABLE version (
	submission TEXT COLLATE "C" NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	number BIGINT NOT NULL, -- from 1
	digest TEXT COLLATE "C" NOT NULL REFERENCES proposal (digest),
	actor TEXT COLLATE "C" NOT NULL,
	created BIGINT NOT NULL,
	PRIMARY KEY (submission, number)
);
CREATE INDEX version_by_digest ON version (digest);

-- What was answered to requests with an idempotency key.
CREATE TABLE answer (
	caller TEXT COLLATE "C" NOT NULL,
	key TEXT COLLATE "C" NOT NULL,
	request TEXT COLLATE "C" NOT NULL, -- SHA-256 of method, route and body, hex
	answer BYTEA,           -- NULL while the request is in flight
	expires BIGINT NOT NULL,
	PRIMARY KEY (caller, key)
);
CREATE INDEX answer_by_expiry ON answer (expires);

CREATE TABLE assessment (
	key TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- assess.Key: the bytes and all that decides the result
	digest TEXT COLLATE "C" NOT NULL REFERENCES proposal (digest) ON DELETE CASCADE,
	pack_id TEXT COLLATE "C" NOT NULL,
	pack_version TEXT COLLATE "C" NOT NULL,
	pack_digest TEXT COLLATE "C" NOT NULL,
	profile TEXT COLLATE "C" NOT NULL,
	as_of TEXT COLLATE "C" NOT NULL,
	engine TEXT COLLATE "C" NOT NULL,
	verdict TEXT COLLATE "C" NOT NULL,
	score BIGINT NOT NULL, -- basis points
	result_digest TEXT COLLATE "C" NOT NULL,
	result BYTEA NOT NULL,   -- JSON, packed
	created BIGINT NOT NULL
);
CREATE INDEX assessment_by_proposal ON assessment (digest, created, key);

CREATE TABLE batch (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	label TEXT COLLATE "C" NOT NULL,
	actor TEXT COLLATE "C" NOT NULL,
	pack_id TEXT COLLATE "C" NOT NULL,
	pack_version TEXT COLLATE "C" NOT NULL,
	pack_digest TEXT COLLATE "C" NOT NULL,
	profile TEXT COLLATE "C" NOT NULL,
	as_of TEXT COLLATE "C" NOT NULL,
	state TEXT COLLATE "C" NOT NULL,
	items BIGINT NOT NULL,
	created BIGINT NOT NULL,
	changed BIGINT NOT NULL,
	hold TEXT COLLATE "C" NOT NULL
);
CREATE INDEX batch_by_time ON batch (created, id);
CREATE INDEX batch_by_change ON batch (changed, id);

CREATE TABLE item (
	batch TEXT COLLATE "C" NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	number BIGINT NOT NULL, -- from 1, in the order of the upload
	name TEXT COLLATE "C" NOT NULL,
	digest TEXT COLLATE "C" NOT NULL REFERENCES proposal (digest),
	submission TEXT COLLATE "C" REFERENCES submission (id) ON DELETE SET NULL,
	state TEXT COLLATE "C" NOT NULL,
	attempts BIGINT NOT NULL,
	assessment TEXT COLLATE "C" REFERENCES assessment (key),
	verdict TEXT COLLATE "C" NOT NULL,   -- of the assessment; '' without one
	score BIGINT NOT NULL,  -- of the assessment; -1 without one, so that it ranks last
	problem TEXT COLLATE "C" NOT NULL,   -- why it failed
	PRIMARY KEY (batch, number)
);
CREATE INDEX item_by_state ON item (batch, state, number);
CREATE INDEX item_by_rank ON item (batch, score DESC, number);
CREATE INDEX item_by_digest ON item (digest);
CREATE INDEX item_by_submission ON item (submission);
CREATE INDEX item_by_assessment ON item (assessment);

-- One row for each person who reviews: what is done for one at a time is done under the lock of this row.
CREATE TABLE reviewer (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	changed BIGINT NOT NULL
);

CREATE TABLE assignment (
	submission TEXT COLLATE "C" NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	reviewer TEXT COLLATE "C" NOT NULL REFERENCES reviewer (id),
	actor TEXT COLLATE "C" NOT NULL,
	created BIGINT NOT NULL,
	ended BIGINT, -- NULL while it holds
	PRIMARY KEY (submission, reviewer)
);
CREATE INDEX assignment_by_reviewer ON assignment (reviewer, created, submission);

-- Conflicts of interest: who must not review whose submissions.
CREATE TABLE interest (
	reviewer TEXT COLLATE "C" NOT NULL REFERENCES reviewer (id),
	applicant TEXT COLLATE "C" NOT NULL,
	reason TEXT COLLATE "C" NOT NULL,
	actor TEXT COLLATE "C" NOT NULL,
	created BIGINT NOT NULL,
	PRIMARY KEY (reviewer, applicant)
);

CREATE TABLE note (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	submission TEXT COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	reviewer TEXT COLLATE "C" NOT NULL REFERENCES reviewer (id),
	requirement TEXT COLLATE "C" NOT NULL, -- '' for a note on the whole
	words TEXT COLLATE "C" NOT NULL,
	created BIGINT NOT NULL,
	FOREIGN KEY (submission, version) REFERENCES version (submission, number) ON DELETE CASCADE
);
CREATE INDEX note_by_submission ON note (submission, created, id);

-- What a reviewer says of a requirement, beside what the machine said. Rows are added, never changed but for their end.
CREATE TABLE override (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	submission TEXT COLLATE "C" NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
	assessment TEXT COLLATE "C" NOT NULL REFERENCES assessment (key) ON DELETE CASCADE,
	requirement TEXT COLLATE "C" NOT NULL,
	machine TEXT COLLATE "C" NOT NULL, -- status that the machine gave
	status TEXT COLLATE "C" NOT NULL,  -- status that the reviewer gives
	reason TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
	reviewer TEXT COLLATE "C" NOT NULL REFERENCES reviewer (id),
	created BIGINT NOT NULL,
	withdrawn BIGINT      -- NULL while it stands
);
CREATE INDEX override_by_submission ON override (submission, created, id);
CREATE INDEX override_by_assessment ON override (assessment);

CREATE TABLE waiver (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	pack_id TEXT COLLATE "C" NOT NULL,
	requirement TEXT COLLATE "C" NOT NULL,
	project TEXT COLLATE "C" NOT NULL, -- '*' for every project
	codes TEXT COLLATE "C" NOT NULL,   -- JSON; [] for all
	profile TEXT COLLATE "C" NOT NULL, -- '' for all
	reason TEXT COLLATE "C" NOT NULL CHECK (reason <> ''),
	owner TEXT COLLATE "C" NOT NULL,
	approver TEXT COLLATE "C" NOT NULL CHECK (approver <> owner),
	expires TEXT COLLATE "C" NOT NULL, -- last day, YYYY-MM-DD
	created BIGINT NOT NULL,
	revoked BIGINT
);
CREATE INDEX waiver_by_time ON waiver (created, id);
CREATE INDEX waiver_by_project ON waiver (pack_id, project);

CREATE TABLE api_key (
	id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	name TEXT COLLATE "C" NOT NULL,
	scopes TEXT COLLATE "C" NOT NULL, -- JSON
	created BIGINT NOT NULL,
	expires BIGINT NOT NULL,
	revoked BIGINT,
	sha256 TEXT COLLATE "C" NOT NULL  -- of the whole key, hex
);

-- Who did what. Each row's hash covers its content and the hash of the row before.
CREATE TABLE audit (
	seq BIGINT NOT NULL PRIMARY KEY, -- from 1, without gaps
	at BIGINT NOT NULL,
	actor TEXT COLLATE "C" NOT NULL,
	action TEXT COLLATE "C" NOT NULL,
	object TEXT COLLATE "C" NOT NULL,
	detail TEXT COLLATE "C" NOT NULL, -- JSON
	prev BYTEA NOT NULL,
	hash BYTEA NOT NULL
);
CREATE INDEX audit_by_object ON audit (object, seq);

-- The last row of audit. It is what appends wait for, and what shows that the last row is missing.
CREATE TABLE audit_head (
	one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
	seq BIGINT NOT NULL,
	hash BYTEA NOT NULL
);
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- +goose StatementBegin
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME; END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION audit_at_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) THEN
		RAISE EXCEPTION 'rows of audit are added at the end';
	END IF;
	RETURN NEW;
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION audit_head_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.seq < OLD.seq THEN
		RAISE EXCEPTION 'the head of audit never goes back';
	END IF;
	RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_at_end BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_at_end();
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_forward();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
