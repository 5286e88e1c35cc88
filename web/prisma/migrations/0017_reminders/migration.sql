-- Reminders: what a task asks for, when the next ones ring, what rang, and how it reaches the person.

-- What the task asks for: null is the person's default, an empty list none. Each is {"at": moment} or
-- {"minutes_before": n}, before a due moment or before the morning of a due day.
ALTER TABLE task ADD COLUMN reminders jsonb CHECK (jsonb_typeof(reminders) = 'array');

-- No row: the defaults. Times of day are minutes after midnight in the person's time zone.
CREATE TABLE reminder_preference (
  user_id text PRIMARY KEY REFERENCES "user" (id) ON DELETE CASCADE,
  -- Of a task with a due moment and none of its own; null: none.
  moment_minutes integer DEFAULT 0 CHECK (moment_minutes BETWEEN 0 AND 525600),
  -- Whether a task with a due day and none of its own rings that morning.
  day_rings boolean NOT NULL DEFAULT true,
  morning smallint NOT NULL DEFAULT 480 CHECK (morning BETWEEN 0 AND 1439),
  quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to smallint CHECK (quiet_to BETWEEN 0 AND 1439),
  by_mail boolean NOT NULL DEFAULT false,
  snooze text NOT NULL DEFAULT '10m' CHECK (snooze IN ('10m', '1h', 'morning', 'ask')),
  -- The next digest of a day and of a week; null: off.
  digest_at timestamptz(3),
  review_at timestamptz(3),
  -- When the person was told that reminders reach them nowhere: once.
  told_at timestamptz(3),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);
CREATE INDEX reminder_preference_digest_idx
  ON reminder_preference (LEAST(digest_at, review_at)) WHERE LEAST(digest_at, review_at) IS NOT NULL;

-- What is to ring. Kept by the triggers below, taken away when it rings.
CREATE TABLE reminder (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL,
  task_number integer NOT NULL,
  -- By the rules of the task; what it is put off to by quiet hours is in rings_at.
  planned_at timestamptz(3) NOT NULL,
  rings_at timestamptz(3) NOT NULL,
  -- Put off by the person: the plan of the task does not know it.
  snoozed boolean NOT NULL DEFAULT false,
  FOREIGN KEY (user_id, task_number) REFERENCES task (user_id, number) ON DELETE CASCADE,
  UNIQUE (user_id, task_number, planned_at)
);
CREATE INDEX reminder_rings_at_idx ON reminder (rings_at, user_id);

-- What rang: one row for all that fell together.
CREATE TABLE notification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('reminder', 'digest', 'review')),
  task_numbers integer[] NOT NULL DEFAULT '{}',
  -- The numbers of a digest.
  content jsonb,
  at timestamptz(3) NOT NULL DEFAULT now(),
  read_at timestamptz(3)
);
CREATE INDEX notification_user_id_idx ON notification (user_id, id DESC);
CREATE INDEX notification_unread_idx ON notification (user_id) WHERE read_at IS NULL;
CREATE INDEX notification_at_idx ON notification (at);

-- A browser that takes pushes (RFC 8030), with its keys (RFC 8291).
CREATE TABLE push_subscription (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  -- The session in which it was made; not a reference, see the trigger below.
  session_id text,
  endpoint text NOT NULL UNIQUE,
  p256dh text NOT NULL,
  auth text NOT NULL,
  device text,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX push_subscription_user_id_idx ON push_subscription (user_id);
CREATE INDEX push_subscription_session_id_idx ON push_subscription (session_id);

-- A notification on its way to one device or mailbox.
CREATE TABLE delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notification_id bigint NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('push', 'mail')),
  subscription_id uuid REFERENCES push_subscription (id) ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'sending', 'sent', 'maybe', 'skipped', 'failed')),
  -- Set when an attempt ended without an answer: it may have arrived.
  unsure boolean NOT NULL DEFAULT false,
  attempts smallint NOT NULL DEFAULT 0,
  -- When it is sent, or when an attempt that did not end is given up.
  next_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK ((channel = 'push') = (subscription_id IS NOT NULL))
);
CREATE INDEX delivery_next_at_idx ON delivery (next_at, id) WHERE state IN ('pending', 'sending');
CREATE INDEX delivery_notification_id_idx ON delivery (notification_id);
CREATE INDEX delivery_subscription_id_idx ON delivery (subscription_id);

-- None of it is for the tools: they set task.reminders, and the triggers act as the owner.

-- A session that is ended takes the pushes of its browser with it; one that ran out does not, since
-- reminders are for those who do not open the app.
CREATE FUNCTION end_pushes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM push_subscription WHERE session_id = OLD.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER end_pushes AFTER DELETE ON session
  FOR EACH ROW WHEN (OLD.expires_at > now()) EXECUTE FUNCTION end_pushes();

-- A time zone that this server knows: the browser that chose it may know newer ones.
CREATE FUNCTION known_zone(zone text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM now() AT TIME ZONE zone;
  RETURN zone;
EXCEPTION
  WHEN invalid_parameter_value THEN RETURN 'UTC';
END
$$;

-- The moments at which a task rings. Days before are days of the calendar, at the same time of day;
-- minutes are minutes.
CREATE FUNCTION reminder_times(due timestamptz, has_time boolean, own jsonb, zone text,
  morning integer, moment_minutes integer, day_rings boolean)
RETURNS TABLE (at timestamptz) LANGUAGE sql STABLE AS $$
  WITH wanted AS (
    SELECT (one ->> 'at')::timestamptz AS at, (one ->> 'minutes_before')::integer AS before
    FROM jsonb_array_elements(CASE
      WHEN own IS NOT NULL THEN own
      WHEN due IS NULL THEN '[]'::jsonb
      WHEN has_time AND moment_minutes IS NOT NULL
        THEN jsonb_build_array(jsonb_build_object('minutes_before', moment_minutes))
      WHEN NOT has_time AND day_rings THEN '[{"minutes_before": 0}]'::jsonb
      ELSE '[]'::jsonb
    END) AS one
  )
  SELECT DISTINCT CASE
    WHEN wanted.at IS NOT NULL THEN wanted.at
    WHEN has_time AND before < 1440 THEN due - make_interval(mins => before)
    WHEN has_time THEN ((due AT TIME ZONE known_zone(zone)) - make_interval(days => before / 1440))
      AT TIME ZONE known_zone(zone) - make_interval(mins => before % 1440)
    ELSE ((due AT TIME ZONE 'UTC') - make_interval(days => before / 1440)
      + make_interval(mins => morning)) AT TIME ZONE known_zone(zone)
      - make_interval(mins => before % 1440)
  END
  FROM wanted WHERE wanted.at IS NOT NULL OR (before IS NOT NULL AND due IS NOT NULL)
$$;

-- The end of a person's quiet hours when it is within them at a moment; else null.
CREATE FUNCTION quiet_until(moment timestamptz, zone text, quiet_from integer, quiet_to integer)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN quiet_from IS NULL OR quiet_from = quiet_to THEN NULL
    WHEN quiet_from < quiet_to AND minute >= quiet_from AND minute < quiet_to
      OR quiet_from > quiet_to AND (minute >= quiet_from OR minute < quiet_to)
    THEN (date_trunc('day', here) + make_interval(
      days => CASE WHEN minute >= quiet_to THEN 1 ELSE 0 END, mins => quiet_to))
      AT TIME ZONE known_zone(zone)
  END
  FROM (SELECT moment AT TIME ZONE known_zone(zone) AS here) AS local,
    LATERAL (SELECT extract(hour FROM here)::integer * 60 + extract(minute FROM here)::integer AS minute) AS of_day
$$;

-- The next moment at a time of day, on one day of the week (1 is Monday) or on any.
CREATE FUNCTION next_time(zone text, minute integer, weekday integer)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT min(at) FROM (
    SELECT day, (day + make_interval(mins => minute)) AT TIME ZONE known_zone(zone) AS at
    FROM generate_series(date_trunc('day', now() AT TIME ZONE known_zone(zone)),
      date_trunc('day', now() AT TIME ZONE known_zone(zone)) + interval '8 days', interval '1 day') AS day
  ) AS days
  WHERE at > now() AND (weekday IS NULL OR extract(isodow FROM day) = weekday)
$$;

-- Wakes the processes that ring when something is to ring before they look again by themselves.
CREATE FUNCTION wake_ringers(moment timestamptz) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('reminder_due', floor(extract(epoch FROM moment) * 1000)::bigint::text)
  WHERE moment < now() + interval '15 minutes'
$$;

-- Whatever writes a task plans its reminders, in the same transaction: every use case, an import, an
-- undo, and the release before this one, which knows no reminders. What is planned stays as it is; a
-- moment that has passed is not planned any more. A table that fills up has no statistics yet, and a
-- scan of it for each row would take its time squared; planning a query anew for each, twice the time.
CREATE FUNCTION plan_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  by_default record;
  moments timestamptz(3)[];
BEGIN
  IF NEW.completed_at IS NOT NULL OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM reminder WHERE user_id = NEW.user_id AND task_number = NEW.number;
    RETURN NULL;
  END IF;
  SELECT "user".time_zone AS zone, COALESCE(chosen.morning, 480) AS morning,
      CASE WHEN chosen.user_id IS NULL THEN 0 ELSE chosen.moment_minutes END AS moment_minutes,
      COALESCE(chosen.day_rings, true) AS day_rings
    INTO by_default FROM "user" LEFT JOIN reminder_preference AS chosen ON chosen.user_id = "user".id
    WHERE "user".id = NEW.user_id;
  -- A moment keeps its hour in its own zone, a morning is where the person is.
  moments := ARRAY(SELECT at FROM reminder_times(NEW.due_at, NEW.due_has_time, NEW.reminders,
    CASE WHEN NEW.due_has_time THEN COALESCE(NEW.time_zone, by_default.zone) ELSE by_default.zone END,
    by_default.morning, by_default.moment_minutes, by_default.day_rings));
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM reminder WHERE user_id = NEW.user_id AND task_number = NEW.number AND NOT snoozed
      AND planned_at <> ALL (moments);
  END IF;
  INSERT INTO reminder (user_id, task_number, planned_at, rings_at)
    SELECT NEW.user_id, NEW.number, at, at FROM unnest(moments) AS at WHERE at > now()
    ON CONFLICT (user_id, task_number, planned_at) DO NOTHING;
  PERFORM wake_ringers(at) FROM unnest(moments) AS at
    WHERE at > now() AND at < now() + interval '15 minutes';
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_new_task AFTER INSERT ON task FOR EACH ROW
  WHEN (NEW.completed_at IS NULL AND NEW.deleted_at IS NULL
    AND (NEW.due_at > now() - interval '1 day' OR NEW.reminders IS NOT NULL))
  EXECUTE FUNCTION plan_task();
CREATE TRIGGER plan_changed_task AFTER UPDATE ON task FOR EACH ROW
  WHEN ((OLD.due_at IS DISTINCT FROM NEW.due_at OR OLD.due_has_time IS DISTINCT FROM NEW.due_has_time
      OR OLD.reminders IS DISTINCT FROM NEW.reminders
      OR OLD.time_zone IS DISTINCT FROM NEW.time_zone
      OR (OLD.completed_at IS NULL) IS DISTINCT FROM (NEW.completed_at IS NULL)
      OR (OLD.deleted_at IS NULL) IS DISTINCT FROM (NEW.deleted_at IS NULL))
    AND (OLD.due_at IS NOT NULL OR NEW.due_at IS NOT NULL OR OLD.reminders IS NOT NULL
      OR NEW.reminders IS NOT NULL))
  EXECUTE FUNCTION plan_task();

-- Plans the reminders of all tasks of a person anew.
CREATE FUNCTION plan_person(person text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
  by_default record;
  first timestamptz;
BEGIN
  SELECT "user".time_zone AS zone, COALESCE(chosen.morning, 480) AS morning,
      CASE WHEN chosen.user_id IS NULL THEN 0 ELSE chosen.moment_minutes END AS moment_minutes,
      COALESCE(chosen.day_rings, true) AS day_rings
    INTO by_default FROM "user" LEFT JOIN reminder_preference AS chosen ON chosen.user_id = "user".id
    WHERE "user".id = person;
  WITH planned AS MATERIALIZED (
    SELECT task.number, times.at FROM task
    CROSS JOIN LATERAL reminder_times(task.due_at, task.due_has_time, task.reminders,
      CASE WHEN task.due_has_time THEN COALESCE(task.time_zone, by_default.zone)
        ELSE by_default.zone END,
      by_default.morning, by_default.moment_minutes, by_default.day_rings) AS times
    WHERE task.user_id = person AND task.completed_at IS NULL AND task.deleted_at IS NULL
      AND (task.due_at IS NOT NULL OR task.reminders IS NOT NULL)
  ), removed AS (
    DELETE FROM reminder WHERE user_id = person AND NOT snoozed
      AND NOT EXISTS (SELECT FROM planned WHERE number = task_number AND at = planned_at)
  ), added AS (
    INSERT INTO reminder (user_id, task_number, planned_at, rings_at)
    SELECT person, number, at, at FROM planned WHERE at > now()
    ON CONFLICT (user_id, task_number, planned_at) DO NOTHING
    RETURNING rings_at
  )
  SELECT min(rings_at) INTO first FROM added;
  IF first IS NOT NULL THEN PERFORM wake_ringers(first); END IF;
END
$$;

-- It acts as the owner, and is for the triggers below alone.
REVOKE EXECUTE ON FUNCTION plan_person(text) FROM PUBLIC;

-- A person who travels, or chooses another morning, keeps their reminders at their times of day.
CREATE FUNCTION plan_traveller() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE reminder_preference SET
    digest_at = CASE WHEN digest_at IS NOT NULL THEN next_time(NEW.time_zone, morning, NULL) END,
    review_at = CASE WHEN review_at IS NOT NULL THEN next_time(NEW.time_zone, 1020, 5) END
  WHERE user_id = NEW.id;
  PERFORM plan_person(NEW.id);
  RETURN NULL;
END
$$;
CREATE FUNCTION plan_choice() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM plan_person(NEW.user_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_traveller AFTER UPDATE OF time_zone ON "user" FOR EACH ROW
  WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION plan_traveller();
CREATE TRIGGER plan_first_choice AFTER INSERT ON reminder_preference FOR EACH ROW
  WHEN (NEW.moment_minutes IS DISTINCT FROM 0 OR NOT NEW.day_rings OR NEW.morning <> 480)
  EXECUTE FUNCTION plan_choice();
CREATE TRIGGER plan_choice AFTER UPDATE ON reminder_preference FOR EACH ROW
  WHEN (OLD.moment_minutes IS DISTINCT FROM NEW.moment_minutes OR OLD.day_rings <> NEW.day_rings
    OR OLD.morning <> NEW.morning)
  EXECUTE FUNCTION plan_choice();

-- Tasks from before there were reminders.
INSERT INTO reminder (user_id, task_number, planned_at, rings_at)
SELECT task.user_id, task.number, times.at, times.at FROM task
JOIN "user" ON "user".id = task.user_id
CROSS JOIN LATERAL reminder_times(task.due_at, task.due_has_time, NULL, "user".time_zone, 480, 0, true) AS times
WHERE task.completed_at IS NULL AND task.deleted_at IS NULL AND task.due_at > now() - interval '1 day'
  AND times.at > now();
