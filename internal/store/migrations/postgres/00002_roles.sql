-- +goose Up

-- What a version was assessed as when it came; NULL when it was not.
ALTER TABLE version ADD COLUMN assessment TEXT COLLATE "C" REFERENCES assessment (key);
CREATE INDEX version_by_assessment ON version (assessment);

-- What submissions are ranked by: the score of the current version's assessment; -1 without one, so that it ranks last.
ALTER TABLE submission ADD COLUMN score BIGINT NOT NULL DEFAULT -1;
CREATE INDEX submission_by_score ON submission (score DESC, id);

-- What the bearer of a key is to the things that are kept: a role, and whom it stands for; '' for none.
ALTER TABLE api_key ADD COLUMN role TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN party TEXT COLLATE "C" NOT NULL DEFAULT '';
