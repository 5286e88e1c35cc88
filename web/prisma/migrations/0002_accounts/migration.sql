-- Attempts within a window, by what they are counted for; shared by all replicas.
CREATE TABLE attempt (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz(3) NOT NULL
);
-- What is over is swept when a new window begins.
CREATE INDEX attempt_ends_at_idx ON attempt (ends_at);

-- Refresh tokens of programs: each is used once, and goes with its session.
CREATE TABLE refresh_token (
  hash text PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  session_id text NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX refresh_token_user_id_idx ON refresh_token (user_id);
CREATE INDEX refresh_token_session_id_idx ON refresh_token (session_id);
