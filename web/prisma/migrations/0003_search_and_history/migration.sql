-- Search in English and Urdu that forgives one wrong letter, the trash, and what scheduled work
-- looks for. Runs on PostgreSQL 15 to 18; both extensions are trusted, the owner may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The bodies of these functions are bound when they are made, not found by a search path: a
-- restore and an ANALYZE run with an empty one.

-- One form for what people spell in several: no case, no diacritics, no invisible joiners, one
-- letter for ی ي ى ئ, ک ك, ہ ه ھ ة and the alifs, ASCII digits, straight quotes.
CREATE FUNCTION search_normal(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  regexp_replace(
    lower(normalize(source, NFKD)),
    U&'[\0300-\036F\0610-\061A\064B-\065F\0670\06D6-\06DC\06DF-\06E8\06EA-\06ED\00AD\0640\200B-\200F\202A-\202E\2060-\2069\FEFF]',
    '', 'g'),
  'يىۍېكڪهھةۃەٱںڻ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩’‘ʼ“”',
  'ییییککہہہہہانن01234567890123456789''''''""');

-- The words of a normal text. What stands between them is named, since what a database takes for
-- a letter depends on its locale.
CREATE FUNCTION search_words(normal text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT DISTINCT word
  FROM regexp_split_to_table(normal, U&'[\0001-\002F\003A-\0040\005B-\0060\007B-\00BF\060C\061B\061F\066A-\066D\06D4\2010-\205E\3000-\3002]+') AS word
  WHERE char_length(word) BETWEEN 1 AND 64;
END;

-- What a word is found by: itself and, from five letters on, itself without each one of them. Two
-- words share one of these when a letter of one is wrong, missing, one too many, or swapped with
-- its neighbour. What holds a digit is no word: 2025 is not nearly 2026.
CREATE FUNCTION search_keys(word text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT word
  UNION
  SELECT overlay(word PLACING '' FROM place FOR 1)
  FROM generate_series(1, char_length(word)) AS place
  WHERE char_length(word) BETWEEN 5 AND 32 AND word !~ '[0-9]';
END;

-- A text as search sees it: the keys of its words, and their English stems.
CREATE FUNCTION search_vector(source text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN COALESCE(
  (SELECT array_to_tsvector(array_agg(DISTINCT key))
   FROM search_words(search_normal(source)) AS word, search_keys(word) AS key),
  ''::tsvector) || strip(to_tsvector('pg_catalog.english', search_normal(source)));

-- What finds a word in such a text: each of its parts by any of its keys, or all by their stems.
CREATE FUNCTION search_query(word text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN COALESCE(
  (SELECT string_agg('(' || keys || ')', ' & ')
   FROM search_words(search_normal(word)) AS part,
     LATERAL (SELECT string_agg(quote_literal(key), ' | ') AS keys FROM search_keys(part) AS key) AS of_part),
  '')::tsquery || plainto_tsquery('pg_catalog.english', search_normal(word));

-- The LIKE pattern for a text anywhere in a normal one.
CREATE FUNCTION search_pattern(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || regexp_replace(search_normal(word), '([\\%_])', '\\\1', 'g') || '%';

ALTER TABLE task
  ADD COLUMN search_text text
    GENERATED ALWAYS AS (search_normal(title || E'\n' || description)) STORED,
  ADD COLUMN search_vector tsvector
    GENERATED ALWAYS AS (search_vector(title || E'\n' || description)) STORED;
CREATE INDEX task_search_text_idx ON task USING gin (user_id, search_text gin_trgm_ops);
CREATE INDEX task_search_vector_idx ON task USING gin (user_id, search_vector);

-- What is open, by due date; what was changed last; the trash, and what of it is due to go.
CREATE INDEX task_open_idx ON task (user_id, (COALESCE(due_at, 'infinity'::timestamptz)), number)
  WHERE deleted_at IS NULL AND completed_at IS NULL;
CREATE INDEX task_updated_idx ON task (user_id, updated_at, number) WHERE deleted_at IS NULL;
CREATE INDEX task_trash_idx ON task (user_id, deleted_at, number) WHERE deleted_at IS NOT NULL;
CREATE INDEX task_trash_age_idx ON task (deleted_at) WHERE deleted_at IS NOT NULL;

-- What scheduled work removes is found by its age.
CREATE INDEX idempotency_key_age_idx ON idempotency_key (created_at);
CREATE INDEX run_ended_idx ON run (updated_at) WHERE status IN ('completed', 'failed', 'cancelled');
CREATE INDEX session_expiry_idx ON session (expires_at);
CREATE INDEX verification_expiry_idx ON verification (expires_at);

-- When each scheduled work was done last, by whichever process did it.
CREATE TABLE scheduled_work (
  name text PRIMARY KEY,
  done_at timestamptz(3) NOT NULL
);

-- The date that an occurrence has in its series (RFC 5545 calls it RECURRENCE-ID): moving the
-- occurrence changes its due date and leaves this one.
ALTER TABLE task
  ADD COLUMN series_at timestamptz(3),
  ADD COLUMN series_has_time boolean NOT NULL DEFAULT false;
UPDATE task SET series_at = due_at, series_has_time = due_has_time WHERE recurrence IS NOT NULL;
