-- Planning the reminders of a person anew, when they travel or choose other times, takes time that
-- grows with their tasks. So far it asked three times for each task whether the server knows its time
-- zone, which opens a subtransaction each time: 20,000 tasks took 2 to 6 s. And without statistics of
-- a table that had just been filled, it compared each reminder with each plan: 4 minutes.

-- The moments at which a task rings, in a zone that `known_zone` gave. Days before are days of the
-- calendar, at the same time of day; minutes are minutes.
CREATE FUNCTION reminder_times_in(known text, due timestamptz, has_time boolean, own jsonb,
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
    WHEN has_time THEN ((due AT TIME ZONE known) - make_interval(days => before / 1440))
      AT TIME ZONE known - make_interval(mins => before % 1440)
    ELSE ((due AT TIME ZONE 'UTC') - make_interval(days => before / 1440)
      + make_interval(mins => morning)) AT TIME ZONE known - make_interval(mins => before % 1440)
  END
  FROM wanted WHERE wanted.at IS NOT NULL OR (before IS NOT NULL AND due IS NOT NULL)
$$;

-- As in 0017, with one look at the zone.
CREATE OR REPLACE FUNCTION plan_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  by_default record;
  moments timestamptz(3)[];
BEGIN
  IF NEW.completed_at IS NOT NULL OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM reminder WHERE user_id = NEW.user_id AND task_number = NEW.number;
    RETURN NULL;
  END IF;
  -- A moment keeps its hour in its own zone, a morning is where the person is.
  SELECT known_zone(CASE WHEN NEW.due_has_time THEN COALESCE(NEW.time_zone, "user".time_zone)
        ELSE "user".time_zone END) AS zone,
      COALESCE(chosen.morning, 480) AS morning,
      CASE WHEN chosen.user_id IS NULL THEN 0 ELSE chosen.moment_minutes END AS moment_minutes,
      COALESCE(chosen.day_rings, true) AS day_rings
    INTO by_default FROM "user" LEFT JOIN reminder_preference AS chosen ON chosen.user_id = "user".id
    WHERE "user".id = NEW.user_id;
  moments := ARRAY(SELECT at FROM reminder_times_in(by_default.zone, NEW.due_at, NEW.due_has_time,
    NEW.reminders, by_default.morning, by_default.moment_minutes, by_default.day_rings));
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

-- As in 0017, with one look at each zone, and by joins whose time does not depend on statistics.
CREATE OR REPLACE FUNCTION plan_person(person text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET enable_nestloop = off AS $$
DECLARE
  by_default record;
  first timestamptz;
BEGIN
  SELECT "user".time_zone AS zone, COALESCE(chosen.morning, 480) AS morning,
      CASE WHEN chosen.user_id IS NULL THEN 0 ELSE chosen.moment_minutes END AS moment_minutes,
      COALESCE(chosen.day_rings, true) AS day_rings
    INTO by_default FROM "user" LEFT JOIN reminder_preference AS chosen ON chosen.user_id = "user".id
    WHERE "user".id = person;
  WITH planning AS MATERIALIZED (
    SELECT number, due_at, due_has_time, reminders,
      CASE WHEN due_has_time THEN COALESCE(time_zone, by_default.zone)
        ELSE by_default.zone END AS zone
    FROM task WHERE user_id = person AND completed_at IS NULL AND deleted_at IS NULL
      AND (due_at IS NOT NULL OR reminders IS NOT NULL)
  ), zones AS MATERIALIZED (
    SELECT zone, known_zone(zone) AS known FROM (SELECT DISTINCT zone FROM planning) AS named
  ), planned AS MATERIALIZED (
    SELECT number, times.at::timestamptz(3) AS at FROM planning JOIN zones USING (zone)
    CROSS JOIN LATERAL reminder_times_in(known, due_at, due_has_time, reminders,
      by_default.morning, by_default.moment_minutes, by_default.day_rings) AS times
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
