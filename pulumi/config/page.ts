import { z } from "zod";
import { schema } from "../config";

interface Row {
  key: string;
  takes: string;
  fallback: string;
  what: string;
}

/**
 * Generates docs/stack-configuration.md from the schema, with a row for each key in its order.
 * `npm run config:docs` writes the file; a test fails when it is stale.
 */
export function configurationPage(): string {
  const rows = Object.entries(schema.shape).flatMap(([key, type]) => rowsOf(key, type));
  const secrets = rows.filter(({ key }) => isSecret(key));
  const plain = rows.filter(({ key }) => !isSecret(key));
  return `# Configuration of a stack

What a stack may say under \`karlo:\` in \`Pulumi.STACK.yaml\`, written from the program's own schema by
\`npm run config:docs\`. A key that is unknown, missing or wrong stops \`pulumi up\` before it changes
anything, and says what it takes. Set a key with \`pulumi config set --stack STACK --path karlo:KEY VALUE\`.

${table(plain)}

## Secrets

Encrypted in the stack's file: \`pulumi config set --stack STACK --secret karlo:KEY\` asks for one. \`npm run up\`
and \`npm run secrets STACK\` make \`betterAuthSecret\`, \`vapidPrivateKey\` and \`databasePassword\` where they are
missing.

${table(secrets)}
`;
}

const isSecret = (key: string) => {
  const type = schema.shape[key as keyof typeof schema.shape] as z.ZodType | undefined;
  return type !== undefined && inner(type).meta()?.secret === true;
};

function table(rows: Row[]): string {
  const lines = rows.map(
    ({ key, takes, fallback, what }) => `| \`${key}\` | ${takes} | ${fallback} | ${what} |`,
  );
  return ["| key | takes | default | what it is for |", "| --- | --- | --- | --- |", ...lines].join(
    "\n",
  );
}

/** The rows of a key; for an object, its own row and those of its keys. */
function rowsOf(key: string, type: z.ZodType): Row[] {
  const core = inner(type);
  const what = type.meta()?.description ?? core.meta()?.description ?? "";
  if (core instanceof z.ZodObject)
    return [
      ...(what ? [{ key, takes: "an object", fallback: "", what }] : []),
      ...Object.entries(core.shape).flatMap(([name, inside]) =>
        rowsOf(`${key}.${name}`, inside as z.ZodType),
      ),
    ];
  if (core instanceof z.ZodDiscriminatedUnion) return unionRows(key, type, core, what);
  return [{ key, takes: takesOf(core), fallback: fallbackOf(type), what }];
}

/** The rows of a discriminated union: its discriminator with the meaning of each value, then the keys of each option. */
function unionRows(key: string, type: z.ZodType, union: z.ZodDiscriminatedUnion, what: string) {
  const by = union._zod.def.discriminator;
  const options = (union.options as z.ZodObject[]).map((option) => {
    const word = option.shape[by] as z.ZodLiteral;
    return { option, word: String(word.value), means: word.meta()?.description };
  });
  const fallback = (unwrapDefault(type) as Record<string, unknown> | undefined)?.[by];
  const choice: Row = {
    key: `${key}.${by}`,
    takes: options.map(({ word }) => `\`${word}\``).join(", "),
    fallback: fallback === undefined ? "" : `\`${fallback}\``,
    what: `${what}. ${options.map(({ word, means }) => `\`${word}\`: ${means}`).join("; ")}`,
  };
  const merged = new Map<string, { row: Row; words: string[] }>();
  for (const { option, word } of options)
    for (const [name, inside] of Object.entries(option.shape)) {
      if (name === by) continue;
      for (const row of rowsOf(`${key}.${name}`, inside as z.ZodType)) {
        const id = JSON.stringify(row);
        const known = merged.get(id) ?? { row, words: [] };
        known.words.push(`\`${word}\``);
        merged.set(id, known);
      }
    }
  const own = [...merged.values()].map(({ row, words }) => ({
    ...row,
    what: `${row.what} (${words.join(", ")})`,
  }));
  return [choice, ...own];
}

function takesOf(type: z.ZodType): string {
  return String(type.meta()?.takes ?? "").replaceAll("|", "\\|");
}

function fallbackOf(type: z.ZodType): string {
  const value = unwrapDefault(type);
  if (value !== undefined) return `\`${JSON.stringify(value).replaceAll('"', "")}\``;
  return type instanceof z.ZodOptional ? "" : "**required**";
}

function unwrapDefault(type: z.ZodType): unknown {
  if (type instanceof z.ZodDefault || type instanceof z.ZodPrefault)
    return type._zod.def.defaultValue;
  return undefined;
}

/** Unwraps optional and default types. */
function inner(type: z.ZodType): z.ZodType {
  if (
    type instanceof z.ZodOptional ||
    type instanceof z.ZodDefault ||
    type instanceof z.ZodPrefault
  )
    return inner(type._zod.def.innerType as z.ZodType);
  return type;
}
