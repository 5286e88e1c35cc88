-- A turn of the assistant is undone by its run; "undo that" finds the newest one.
CREATE INDEX task_change_run_idx ON task_change (user_id, run_id, id) WHERE run_id IS NOT NULL;
CREATE INDEX task_change_newest_run_idx ON task_change (user_id, id) WHERE run_id IS NOT NULL;
