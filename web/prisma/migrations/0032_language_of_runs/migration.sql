-- What is undone is counted by the language in which it was asked for, also where the assistant undoes it:
-- its tools see the languages of their person's runs, and nothing else of them.
ALTER TABLE run ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, user_id, language) ON run TO karlo_tools;
CREATE POLICY tools ON run FOR SELECT TO karlo_tools USING (user_id = current_setting('karlo.user_id', true));
CREATE POLICY app ON run USING (current_user <> 'karlo_tools');
