-- Everything Karlo keeps. Runs on PostgreSQL 15 to 18.

-- Accounts (Better Auth)
CREATE TABLE "user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  time_zone text NOT NULL DEFAULT 'UTC',
  locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'ur')),
  theme text NOT NULL DEFAULT 'system' CHECK (theme IN ('light', 'dark', 'system')),
  last_task_number integer NOT NULL DEFAULT 0,
  last_conversation_number integer NOT NULL DEFAULT 0
);

CREATE TABLE session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX session_user_id_idx ON session (user_id);

CREATE TABLE account (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX account_user_id_idx ON account (user_id);

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier_idx ON verification (identifier);

CREATE TABLE jwks (
  id text PRIMARY KEY,
  public_key text NOT NULL,
  private_key text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  alg text,
  crv text
);

-- Tasks
CREATE TABLE task (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 5000),
  priority smallint NOT NULL DEFAULT 2 CHECK (priority BETWEEN 1 AND 3),
  category text CHECK (char_length(category) BETWEEN 1 AND 50),
  due_at timestamptz(3),
  due_has_time boolean NOT NULL DEFAULT false,
  recurrence text,
  -- The occurrence whose completion made this one; one successor each, however often it is sent.
  previous_number integer,
  completed_at timestamptz(3),
  deleted_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (user_id, number),
  UNIQUE (user_id, previous_number)
);
-- The list in its usual order: by due date, what is not due last.
CREATE INDEX task_due_idx ON task (user_id, (COALESCE(due_at, 'infinity'::timestamptz)), number)
  WHERE deleted_at IS NULL;

CREATE TABLE task_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  task_number integer NOT NULL,
  actor text NOT NULL CHECK (actor IN ('person', 'assistant', 'api', 'mcp')),
  run_id uuid,
  action text NOT NULL,
  before jsonb,
  after jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX task_change_task_idx ON task_change (user_id, task_number, id);

-- Conversations
CREATE TABLE conversation (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, number)
);
CREATE INDEX conversation_recent_idx ON conversation (user_id, updated_at DESC);

CREATE TABLE run (
  id uuid PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  conversation_number integer NOT NULL,
  status text NOT NULL
    CHECK (status IN ('running', 'awaiting_approval', 'completed', 'failed', 'cancelled')),
  language text NOT NULL DEFAULT 'en',
  model text NOT NULL,
  state text,
  approvals jsonb NOT NULL DEFAULT '[]',
  stop_requested_at timestamptz(3),
  lease_owner text,
  lease_until timestamptz(3),
  input_tokens integer NOT NULL DEFAULT 0,
  output_tokens integer NOT NULL DEFAULT 0,
  last_seq integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  FOREIGN KEY (user_id, conversation_number)
    REFERENCES conversation (user_id, number) ON DELETE CASCADE
);
CREATE INDEX run_conversation_idx ON run (user_id, conversation_number, created_at DESC);
-- Runs whose process died are found by their lease.
CREATE INDEX run_lease_idx ON run (lease_until) WHERE status = 'running';

CREATE TABLE run_event (
  run_id uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (run_id, seq)
);

CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  conversation_number integer NOT NULL,
  run_id uuid,
  role text NOT NULL CHECK (role IN ('user', 'assistant')),
  parts jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  FOREIGN KEY (user_id, conversation_number)
    REFERENCES conversation (user_id, number) ON DELETE CASCADE
);
CREATE INDEX message_conversation_idx ON message (user_id, conversation_number, id);

CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  conversation_number integer,
  name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  content bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX attachment_conversation_idx ON attachment (user_id, conversation_number);

-- Platform
CREATE TABLE idempotency_key (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  key text NOT NULL,
  request text NOT NULL,
  status integer,
  response jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);

CREATE TABLE rate_limit (
  id text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);
