-- +goose Up

-- The requirements that an item fails, "|DATA-03|FINA-01|", so that a list can be filtered by one; '' without an assessment.
ALTER TABLE item ADD COLUMN failed TEXT NOT NULL DEFAULT '';
