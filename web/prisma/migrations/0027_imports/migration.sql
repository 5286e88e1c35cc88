-- What came from a file of another program, so that the same file changes tasks the second time instead
-- of doubling them, and a whole import can be undone.
CREATE TABLE task_import (
  id uuid PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  source text NOT NULL,
  file_name text NOT NULL,
  created integer NOT NULL,
  changed integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX task_import_user_id_idx ON task_import (user_id, created_at DESC);

CREATE TABLE imported_task (
  user_id text NOT NULL,
  source text NOT NULL,
  -- What the other program calls it, or what follows from its list and title.
  uid text NOT NULL,
  task_number integer NOT NULL,
  -- Eight characters for each field as it last came: what differs has changed in the file.
  digests text NOT NULL,
  -- The import that made the task, the one that changed it last and the digests before that, and the
  -- version of the task after the later of them: another one has been changed by a person since.
  made_by uuid REFERENCES task_import (id) ON DELETE SET NULL,
  changed_by uuid REFERENCES task_import (id) ON DELETE SET NULL,
  digests_before text,
  version integer NOT NULL,
  PRIMARY KEY (user_id, source, uid),
  FOREIGN KEY (user_id, task_number) REFERENCES task (user_id, number) ON DELETE CASCADE
);
CREATE INDEX imported_task_number_idx ON imported_task (user_id, task_number);
CREATE INDEX imported_task_made_by_idx ON imported_task (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX imported_task_changed_by_idx ON imported_task (changed_by) WHERE changed_by IS NOT NULL;
