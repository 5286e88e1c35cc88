-- When the message of a run was said, where it waited on a device for a connection: "tomorrow" is the day
-- after that. Null: when it arrived.
ALTER TABLE run ADD COLUMN said_at timestamptz(3);
