-- +goose Up

-- Whether an item was made of a submission, also after that is gone: whoever may not read the submission may not read the item.
ALTER TABLE item ADD COLUMN submitted BIGINT NOT NULL DEFAULT 0;
UPDATE item SET submitted = 1 WHERE submission IS NOT NULL;
