-- The language a person wants answers in, whatever they write; `auto` is that of each message.
ALTER TABLE "user" ADD COLUMN assistant_language text NOT NULL DEFAULT 'auto'
  CHECK (assistant_language IN ('auto', 'en', 'ur', 'ur-Latn'));
