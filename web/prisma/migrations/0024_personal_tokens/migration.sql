-- Access tokens that a person makes for a program. The token itself is shown once.
CREATE TABLE personal_token (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  name text NOT NULL,
  -- SHA-256 of the token.
  hash text NOT NULL UNIQUE,
  -- Its first characters, by which its owner recognizes it.
  start text NOT NULL,
  scopes text[] NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX personal_token_user_id_idx ON personal_token (user_id);
CREATE INDEX personal_token_expires_at_idx ON personal_token (expires_at);
