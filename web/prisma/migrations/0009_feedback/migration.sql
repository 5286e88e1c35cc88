-- What a person thinks of parts of an answer, by the ids that a ChatKit client knows them by.
CREATE TABLE feedback (
  user_id text NOT NULL,
  conversation_number integer NOT NULL,
  item_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('positive', 'negative')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, conversation_number, item_id),
  FOREIGN KEY (user_id, conversation_number)
    REFERENCES conversation (user_id, number) ON DELETE CASCADE
);
