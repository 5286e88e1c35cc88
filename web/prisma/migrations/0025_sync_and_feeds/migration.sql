-- What a program needs to follow a list, and the secret addresses that calendars subscribe to.

-- The transaction that last changed a task. With a snapshot of the transactions that a reader has seen
-- it tells, without a lock, what they have not: a moment or a counter would miss what was begun before
-- and committed after.
ALTER TABLE task ADD COLUMN changed_xid xid8 NOT NULL DEFAULT '0';
CREATE INDEX task_changed_xid_idx ON task (user_id, changed_xid);

CREATE FUNCTION mark_task_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  RETURN NEW;
END
$$;
CREATE TRIGGER mark_task_changed BEFORE INSERT OR UPDATE ON task
  FOR EACH ROW EXECUTE FUNCTION mark_task_changed();

-- The numbers of tasks that are gone for good, for those who have read them; kept for 90 days.
CREATE TABLE task_tombstone (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  number integer NOT NULL,
  deleted_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (user_id, number)
);
CREATE INDEX task_tombstone_changed_xid_idx ON task_tombstone (user_id, changed_xid);
CREATE INDEX task_tombstone_deleted_at_idx ON task_tombstone (deleted_at);

-- As the owner: the tools may delete a task that nobody has touched, and have no access to this table.
-- When a person is deleted there is nobody left to tell.
CREATE FUNCTION bury_tasks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO task_tombstone (user_id, number)
    SELECT gone.user_id, gone.number FROM gone JOIN "user" u ON u.id = gone.user_id
    ON CONFLICT (user_id, number) DO UPDATE
      SET deleted_at = now(), changed_xid = pg_current_xact_id();
  RETURN NULL;
END
$$;
CREATE TRIGGER bury_tasks AFTER DELETE ON task
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION bury_tasks();

-- A secret address of tasks as a calendar. The secret itself is shown once and not kept.
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  -- SHA-256 of the secret.
  token_hash text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('events', 'tasks')),
  -- Null: all tasks of the person.
  category text CHECK (char_length(category) BETWEEN 1 AND 50),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- To the hour: when a calendar last asked for it.
  read_at timestamptz(3)
);
CREATE INDEX calendar_feed_user_id_idx ON calendar_feed (user_id, created_at);
