-- A view of the list of all tasks that a person keeps under a name.
CREATE TABLE saved_filter (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'completed', 'all')),
  priority smallint CHECK (priority BETWEEN 1 AND 3),
  category text CHECK (char_length(category) BETWEEN 1 AND 50),
  search text NOT NULL DEFAULT '' CHECK (char_length(search) <= 200),
  overdue boolean NOT NULL DEFAULT false,
  -- Its place among others; null: behind them, by name.
  place integer,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX saved_filter_name_key ON saved_filter (user_id, lower(name));

-- The files of a task. A file may be on several: the occurrences of what repeats share theirs. What is
-- on no task and in no conversation is deleted a day after it was taken off.
CREATE TABLE task_file (
  user_id text NOT NULL,
  task_number integer NOT NULL,
  attachment_id uuid NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, task_number, attachment_id),
  -- An account that is imported has its files before their tasks.
  FOREIGN KEY (user_id, task_number) REFERENCES task (user_id, number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX task_file_attachment_idx ON task_file (attachment_id);
ALTER TABLE attachment ADD COLUMN released_at timestamptz(3);

-- A tool that completes what repeats gives the next occurrence its files.
GRANT SELECT, INSERT ON task_file TO karlo_tools;
ALTER TABLE task_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY tools ON task_file TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY app ON task_file USING (current_user <> 'karlo_tools');

-- What repeats, for its later occurrences in the next days.
CREATE INDEX task_recurring_idx ON task (user_id, due_at)
  WHERE recurrence IS NOT NULL AND completed_at IS NULL AND deleted_at IS NULL;

-- How many tasks wait in each list, which every page shows.
CREATE INDEX task_waiting_idx ON task (user_id, category)
  WHERE completed_at IS NULL AND deleted_at IS NULL AND parent_number IS NULL AND category IS NOT NULL;
