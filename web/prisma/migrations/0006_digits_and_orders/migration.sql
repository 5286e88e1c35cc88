-- The digits that a person reads: 123 or ۱۲۳.
ALTER TABLE "user" ADD COLUMN numerals text NOT NULL DEFAULT 'western'
  CHECK (numerals IN ('western', 'urdu'));

-- Lists by age and by priority, a page at a time.
CREATE INDEX task_created_idx ON task (user_id, created_at, number) WHERE deleted_at IS NULL;
CREATE INDEX task_priority_idx ON task (user_id, (-priority), number) WHERE deleted_at IS NULL;

-- What the head of the list counts, read from the index alone; and a person's categories, which are
-- few: each is found from the one before it.
CREATE INDEX task_count_idx ON task (user_id, completed_at, due_at, due_has_time)
  WHERE deleted_at IS NULL;
CREATE INDEX task_category_idx ON task (user_id, category)
  WHERE deleted_at IS NULL AND category IS NOT NULL;
