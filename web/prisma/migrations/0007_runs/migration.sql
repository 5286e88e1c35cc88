-- Runs that another process can take up.
-- Counts in the order in which messages came: the runs of a conversation take turns.
ALTER TABLE run ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY;
-- Of the message: "today" is theirs, wherever the run goes on.
ALTER TABLE run ADD COLUMN time_zone text;
-- What the person has said yes to, of the calls that waited.
ALTER TABLE run ADD COLUMN approved jsonb;
ALTER TABLE run ADD COLUMN takeovers integer NOT NULL DEFAULT 0;

-- What the model wanted done, kept before it is done: who takes the run up does that, and does not ask again.
CREATE TABLE model_response (
  run_id uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  number integer NOT NULL,
  response jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (run_id, number)
);

-- The tool call that an event completes. It is written with the effect of the call: once.
ALTER TABLE run_event ADD COLUMN call_id text;
CREATE UNIQUE INDEX run_event_call_idx ON run_event (run_id, call_id);
