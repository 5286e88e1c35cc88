-- The W3C trace context of the request that began a run, where traces are recorded: a process that
-- takes the run over continues the same trace.
ALTER TABLE run ADD COLUMN trace_parent text;
