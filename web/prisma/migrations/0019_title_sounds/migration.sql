-- A search for `doodh` finds دودھ. So far each title was compared by a regular expression, which no
-- index serves: a word that nobody has written took as long as all titles of a person. Now the
-- consonants of each word of a title are kept, and only titles that have those are compared.

-- The consonants of a word in one coarse alphabet for both scripts: whatever one letter may be
-- written as is one letter, vowels and what may be one are none. `gari` and گاڑی are both `gr`.
CREATE FUNCTION search_sound(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
  translate(search_normal(word),
    'fjzkqcxپفتٹطبجگغژزذضظسصثشچخکقدڈرڑلمنaeiouwvyhاویےعہحء',
    'pggsssspptttbggggggggssssssssddrrlmn'),
  '(.)\1+', '\1', 'g');

-- What the words of a title are found by in the other script: the sound of each, behind a letter
-- that says which script it is in.
CREATE FUNCTION search_sounds(title text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN COALESCE(
  (SELECT array_agg(DISTINCT (CASE WHEN word[1] < U&'\0600' COLLATE "C" THEN 'l' ELSE 'u' END) || search_sound(word[1]))
   FROM regexp_matches(search_normal(title), U&'[a-z]+|[\0620-\06FF]+', 'g') AS word),
  '{}');

ALTER TABLE task
  ADD COLUMN title_sounds text[] GENERATED ALWAYS AS (search_sounds(title)) STORED;
CREATE INDEX task_title_sounds_idx ON task USING gin (user_id, title_sounds)
  WITH (gin_pending_list_limit = 64);

-- How rare a word is decides between the index for search and the list in its order. With the usual
-- hundred, every rare word is taken for one in some thirty tasks, and all tasks are looked through.
ALTER TABLE task ALTER COLUMN search_vector SET STATISTICS 400;
ALTER TABLE task ALTER COLUMN title_sounds SET STATISTICS 400;
