-- +goose Up

-- What a version was assessed as when it came; NULL when it was not.
ALTER TABLE version ADD COLUMN assessment TEXT COLLATE "C" REFERENCES assessment (key);
CREATE INDEX version_by_assessment ON version (assessment);

-- What the bearer of a key is to the things that are kept: a role, and whom it stands for; '' for none.
ALTER TABLE api_key ADD COLUMN role TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN party TEXT COLLATE "C" NOT NULL DEFAULT '';
