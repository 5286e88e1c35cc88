-- Apps that a person connects by OAuth 2.1, and access tokens that a person makes for programs. Tokens
-- and secrets are kept as digests or encrypted. The role of the tools gets no access to any of it.

CREATE TABLE oauth_client (
  id text PRIMARY KEY,
  client_id text NOT NULL UNIQUE,
  -- Encrypted with BETTER_AUTH_SECRET; null for a public client, which PKCE protects.
  client_secret text,
  -- Set for a client whose id is the address of its metadata.
  client_discovery_id text,
  disabled boolean NOT NULL DEFAULT false,
  skip_consent boolean,
  enable_end_session boolean,
  subject_type text,
  scopes text[] NOT NULL,
  client_credentials_scopes text[] NOT NULL DEFAULT '{}',
  user_id text REFERENCES "user" (id) ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  name text,
  uri text,
  icon text,
  contacts text[] NOT NULL DEFAULT '{}',
  tos text,
  policy text,
  software_id text,
  software_version text,
  software_statement text,
  redirect_uris text[] NOT NULL,
  post_logout_redirect_uris text[] NOT NULL DEFAULT '{}',
  backchannel_logout_uri text,
  backchannel_logout_session_required boolean,
  token_endpoint_auth_method text,
  application_type text,
  jwks text,
  jwks_uri text,
  grant_types text[] NOT NULL DEFAULT '{}',
  response_types text[] NOT NULL DEFAULT '{}',
  require_pkce boolean,
  dpop_bound_access_tokens boolean DEFAULT false,
  reference_id text,
  metadata text
);
CREATE INDEX oauth_client_user_id_idx ON oauth_client (user_id);
-- For the removal of clients that nobody connected.
CREATE INDEX oauth_client_updated_at_idx ON oauth_client (updated_at);

CREATE TABLE oauth_resource (
  id text PRIMARY KEY,
  identifier text NOT NULL UNIQUE,
  name text NOT NULL,
  access_token_ttl integer,
  refresh_token_ttl integer,
  signing_algorithm text,
  signing_key_id text,
  allowed_scopes text[] NOT NULL DEFAULT '{}',
  custom_claims text,
  dpop_bound_access_tokens_required boolean DEFAULT false,
  disabled boolean DEFAULT false,
  created_at timestamptz(3) DEFAULT now(),
  updated_at timestamptz(3) DEFAULT now(),
  policy_version integer DEFAULT 1,
  metadata text
);

CREATE TABLE oauth_client_resource (
  id text PRIMARY KEY,
  client_id text NOT NULL REFERENCES oauth_client (client_id) ON DELETE CASCADE,
  resource_id text NOT NULL REFERENCES oauth_resource (identifier) ON DELETE CASCADE,
  metadata text,
  created_at timestamptz(3) DEFAULT now(),
  UNIQUE (client_id, resource_id)
);
CREATE INDEX oauth_client_resource_resource_id_idx ON oauth_client_resource (resource_id);

CREATE TABLE oauth_consent (
  id text PRIMARY KEY,
  client_id text NOT NULL REFERENCES oauth_client (client_id) ON DELETE CASCADE,
  user_id text REFERENCES "user" (id) ON DELETE CASCADE,
  reference_id text,
  resources text[] NOT NULL DEFAULT '{}',
  requested_user_info_claims text[] NOT NULL DEFAULT '{}',
  scopes text[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (user_id, client_id)
);
CREATE INDEX oauth_consent_client_id_idx ON oauth_consent (client_id);

CREATE TABLE oauth_refresh_token (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  client_id text NOT NULL REFERENCES oauth_client (client_id) ON DELETE CASCADE,
  -- A connected app stays connected when the browser that connected it is signed out.
  session_id text REFERENCES session (id) ON DELETE SET NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  reference_id text,
  authorization_code_id text,
  resources text[] NOT NULL DEFAULT '{}',
  requested_user_info_claims text[] NOT NULL DEFAULT '{}',
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  revoked timestamptz(3),
  rotated_at timestamptz(3),
  rotation_replay_response text,
  rotation_replay_expires_at timestamptz(3),
  auth_time timestamptz(3),
  confirmation text,
  scopes text[] NOT NULL
);
CREATE INDEX oauth_refresh_token_client_id_idx ON oauth_refresh_token (client_id);
CREATE INDEX oauth_refresh_token_user_id_idx ON oauth_refresh_token (user_id);
CREATE INDEX oauth_refresh_token_session_id_idx ON oauth_refresh_token (session_id);
CREATE INDEX oauth_refresh_token_code_idx ON oauth_refresh_token (authorization_code_id);
CREATE INDEX oauth_refresh_token_expires_at_idx ON oauth_refresh_token (expires_at);

CREATE TABLE oauth_access_token (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  client_id text NOT NULL REFERENCES oauth_client (client_id) ON DELETE CASCADE,
  session_id text REFERENCES session (id) ON DELETE SET NULL,
  user_id text REFERENCES "user" (id) ON DELETE CASCADE,
  reference_id text,
  authorization_code_id text,
  resources text[] NOT NULL DEFAULT '{}',
  requested_user_info_claims text[] NOT NULL DEFAULT '{}',
  refresh_id text REFERENCES oauth_refresh_token (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  revoked timestamptz(3),
  confirmation text,
  scopes text[] NOT NULL
);
CREATE INDEX oauth_access_token_client_id_idx ON oauth_access_token (client_id);
CREATE INDEX oauth_access_token_user_id_idx ON oauth_access_token (user_id);
CREATE INDEX oauth_access_token_session_id_idx ON oauth_access_token (session_id);
CREATE INDEX oauth_access_token_refresh_id_idx ON oauth_access_token (refresh_id);
CREATE INDEX oauth_access_token_code_idx ON oauth_access_token (authorization_code_id);
CREATE INDEX oauth_access_token_expires_at_idx ON oauth_access_token (expires_at);

CREATE TABLE oauth_client_assertion (
  id text PRIMARY KEY,
  expires_at timestamptz(3) NOT NULL
);

-- Which app or token made a change: what each did is shown, and each undoes its own turns.
ALTER TABLE task_change ADD COLUMN client text;
CREATE INDEX task_change_client_idx ON task_change (user_id, client, id) WHERE client IS NOT NULL;

-- The run that a change takes back, so that undoing goes on to the turn before it.
ALTER TABLE task_change ADD COLUMN reverts uuid;
CREATE INDEX task_change_reverts_idx ON task_change (user_id, reverts) WHERE reverts IS NOT NULL;
