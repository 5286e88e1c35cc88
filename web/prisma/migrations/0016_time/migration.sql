-- How long a task takes, and what a repetition needs to keep its hour and its days: the zone that a
-- moment was made in, what the next occurrence is counted from, and days that are left out.
ALTER TABLE task
  ADD COLUMN duration_minutes integer CHECK (duration_minutes BETWEEN 1 AND 43200),
  ADD COLUMN time_zone text CHECK (char_length(time_zone) BETWEEN 1 AND 64),
  ADD COLUMN recurrence_from text NOT NULL DEFAULT 'due'
    CHECK (recurrence_from IN ('due', 'completion')),
  -- Days as they are on the wire, 2026-11-22, in their order.
  ADD COLUMN recurrence_except text[] NOT NULL DEFAULT '{}'
    CHECK (cardinality(recurrence_except) <= 366);

-- How a person counts weeks and hours; null is what their language does. A zone that was chosen is
-- not replaced by the one that a browser reports.
ALTER TABLE "user"
  ADD COLUMN time_zone_chosen boolean NOT NULL DEFAULT false,
  ADD COLUMN first_weekday smallint CHECK (first_weekday BETWEEN 1 AND 7),
  ADD COLUMN clock_hours smallint CHECK (clock_hours IN (12, 24)),
  -- Minutes after midnight by parts of the day: {"morning": 540}.
  ADD COLUMN day_parts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(day_parts) = 'object');

-- So far a repetition went by the zone of its person.
UPDATE task SET time_zone = "user".time_zone FROM "user"
  WHERE "user".id = task.user_id AND task.recurrence IS NOT NULL AND task.due_has_time;
