-- A message that is no answer withdraws the question that waits; its run says so in its answer. These
-- are the calls that were asked about, with the tasks, until that answer is stored.
ALTER TABLE run ADD COLUMN withdrew jsonb NOT NULL DEFAULT '[]';
