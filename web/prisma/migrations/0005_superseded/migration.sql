-- A message that its writer wrote anew, and what was said after it, stays but is not shown again.
ALTER TABLE message ADD COLUMN superseded_at timestamptz(3);
