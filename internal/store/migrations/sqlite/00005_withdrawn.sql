-- +goose Up

-- When who handed a submission in took it back; NULL when it stands.
ALTER TABLE submission ADD COLUMN withdrawn INTEGER;
