-- A second factor of sign-in, passkeys, and what happened to an account. The role of the tools gets
-- no access to any of it.
ALTER TABLE "user" ADD COLUMN two_factor_enabled boolean NOT NULL DEFAULT false;

-- One per person: the secret is encrypted, recovery codes are hashes.
CREATE TABLE two_factor (
  id text PRIMARY KEY,
  user_id text NOT NULL UNIQUE REFERENCES "user" (id) ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  -- False until the first code from the app has shown that it has the secret.
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE passkey (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  name text,
  public_key text NOT NULL,
  credential_id text NOT NULL UNIQUE,
  counter integer NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  aaguid text,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX passkey_user_id_idx ON passkey (user_id);

-- Kept for 90 days. No secret, and no full address of a client.
CREATE TABLE security_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  type text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  device text,
  address text,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX security_event_user_id_at_idx ON security_event (user_id, at DESC);
CREATE INDEX security_event_at_idx ON security_event (at);
