-- How often a process ended while it had the run, without giving it away. Apart from `takeovers`,
-- which counts what a process that shuts down hands on too.
ALTER TABLE run ADD COLUMN crashes integer NOT NULL DEFAULT 0;
