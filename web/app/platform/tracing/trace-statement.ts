import { inSpan, isTraced } from "./span";

/** What the driver's `query` takes as a statement. */
export type Statement = { text?: string; name?: string } | string;

/**
 * Sends a statement in a span, where the async context is part of a recorded trace. A statement is
 * told by its name, or by its kind and table; its text and values are not.
 *
 * @param send sends it; not called again if it fails
 */
export function traceStatement<T>(statement: Statement, send: () => Promise<T>): Promise<T> {
  if (!isTraced()) return send();
  const { text = "", name } = typeof statement === "string" ? { text: statement } : statement;
  const { operation, table } = describe(text);
  return inSpan(
    name ?? [operation, table].filter(Boolean).join(" "),
    {
      kind: "client",
      attributes: {
        "db.system.name": "postgresql",
        "db.operation.name": operation,
        ...(table && { "db.collection.name": table }),
      },
    },
    send,
  );
}

/** Only the beginning of a statement is looked at: it may be long. */
const LOOKED_AT = 1_000;
const OPERATION = /^\s*(?:\/\*.*?\*\/\s*)?(?<operation>[a-z]+)/i;
const TABLE = /\b(?:from|into|update)\s+(?:"public"\.)?"?(?<table>[a-z_]+)"?/i;

/** The kind of a statement, and the first table that it names. */
function describe(text: string): { operation: string; table: string | undefined } {
  const beginning = text.slice(0, LOOKED_AT);
  return {
    operation: OPERATION.exec(beginning)?.groups?.operation?.toUpperCase() ?? "QUERY",
    table: TABLE.exec(beginning)?.groups?.table,
  };
}
