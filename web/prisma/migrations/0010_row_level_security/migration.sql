-- What the assistant's tools do, they do as a role of their own that sees the rows of one person:
-- a wrong number from a model or a mistake in a tool cannot reach another's.

-- A role belongs to the server and not to one database: another Karlo may have made it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'karlo_tools') THEN
    CREATE ROLE karlo_tools NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- at the same moment
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the role karlo_tools is missing and % may not create it', current_user
      USING HINT = format('As an administrator: CREATE ROLE karlo_tools NOLOGIN; GRANT karlo_tools TO %I;', current_user);
END
$$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'karlo_tools', 'MEMBER') THEN
    EXECUTE format('GRANT karlo_tools TO %I', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION '% may not act as karlo_tools', current_user
      USING HINT = format('As an administrator: GRANT karlo_tools TO %I;', current_user);
END
$$;

-- No table of sessions, accounts or keys, and nothing may be deleted for good.
GRANT SELECT, INSERT, UPDATE ON task TO karlo_tools;
GRANT SELECT, INSERT ON task_change TO karlo_tools;
GRANT USAGE ON SEQUENCE task_change_id_seq TO karlo_tools;
GRANT SELECT ON conversation, message TO karlo_tools;
GRANT SELECT (id, last_task_number), UPDATE (last_task_number, updated_at) ON "user" TO karlo_tools;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;

CREATE POLICY tools ON task TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY tools ON task_change TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY tools ON conversation TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY tools ON message TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY tools ON "user" TO karlo_tools USING (id = current_setting('karlo.user_id', true));

-- The app itself names the person in every query. It may be another role than the owner of the tables.
CREATE POLICY app ON task USING (current_user <> 'karlo_tools');
CREATE POLICY app ON task_change USING (current_user <> 'karlo_tools');
CREATE POLICY app ON conversation USING (current_user <> 'karlo_tools');
CREATE POLICY app ON message USING (current_user <> 'karlo_tools');
CREATE POLICY app ON "user" USING (current_user <> 'karlo_tools');
