-- +goose Up

-- What the proposal is called, for lists; '' when it says nothing, or was assessed before there was this column.
ALTER TABLE assessment ADD COLUMN title TEXT NOT NULL DEFAULT '';
