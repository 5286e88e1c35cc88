-- Steps of a task, labels, an order of one's own, and what is kept of lists and labels beside their
-- names.
ALTER TABLE task
  -- The task that this one is a step of, on one level only: `assertParent` sees to that.
  ADD COLUMN parent_number integer CHECK (parent_number <> number),
  ADD COLUMN labels text[] NOT NULL DEFAULT '{}' CHECK (cardinality(labels) <= 20),
  -- Digits, compared like those behind a decimal point: between any two is room for another. Null is
  -- the number of the task in ten digits.
  ADD COLUMN position text COLLATE "C" CHECK (position ~ '^[0-9]*[1-9]$' AND char_length(position) <= 1000);

-- A step goes with its task. An account that is imported has steps before their tasks.
ALTER TABLE task ADD CONSTRAINT task_parent_fkey FOREIGN KEY (user_id, parent_number)
  REFERENCES task (user_id, number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX task_parent_idx ON task (user_id, parent_number) WHERE parent_number IS NOT NULL;

-- A list is what `task.category` names, a label one of `task.labels`. A name that is used has a row
-- from when its list is first looked at.
CREATE TABLE task_group (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('list', 'label')),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
  colour text CHECK (colour IN ('red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'brown')),
  -- Its place among others; null: behind them, by name.
  place integer,
  archived_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX task_group_name_key ON task_group (user_id, kind, lower(name));
