import { html } from "hono/html";
import type { openApiDocument } from "./openapi";

type Document = ReturnType<typeof openApiDocument>;
type Html = ReturnType<typeof html>;
type Json = Record<string, unknown>;

/** One operation as the document has it. */
interface Entry {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters: { name: string; in: string; schema: Json; description?: string }[];
  requestBody?: { content: Record<string, { schema?: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Json }> }>;
}

/** The OpenAPI document as one page to read: contents beside, each operation, each schema. */
export function readingPage(document: Document, style: string): Html {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({
      path,
      method: method.toUpperCase(),
      entry: entry as unknown as Entry,
    })),
  );
  // Both addresses of an operation are told at once.
  const main = entries.filter(({ path }) => !path.startsWith("/api/{user_id}"));
  const twins = new Map(entries.map(({ path, entry }) => [entry.operationId, path]));
  const schemas = Object.entries(document.components.schemas);
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${document.info.title} API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${style}">
  </head>
  <body>
    <nav aria-label="Contents">
      ${document.tags.map(
        ({ name }) => html`<h2>${name}</h2>
          <ul>${main
            .filter(({ entry }) => entry.tags.includes(name))
            .map(
              ({ entry }) => html`<li><a href="#${entry.operationId}">${entry.summary}</a></li>`,
            )}
          </ul>`,
      )}
      <h2>Schemas</h2>
      <ul>${schemas.map(([name]) => html`<li><a href="#${name}">${name}</a></li>`)}</ul>
    </nav>
    <main>
      <h1>${document.info.title} API</h1>
      <p>${marked(document.info.description)}</p>
      <p><a href="/api/openapi.json">OpenAPI ${document.openapi}</a> · <a href="/docs">Try it</a></p>
      ${main.map(
        ({ path, method, entry }) => html`<section id="${entry.operationId}">
          <h2>${entry.summary}</h2>
          <p><code>${method} ${path}</code></p>
          ${also(twins.get(`${entry.operationId}Of`), method)}
          ${entry.description ? html`<p>${marked(entry.description)}</p>` : ""}
          ${parameterTable(entry)} ${bodies("Takes", entry.requestBody?.content)}
          ${answerTable(entry)}
        </section>`,
      )}
      ${schemas.map(
        ([name, schema]) => html`<section id="${name}">
          <h2>${name}</h2>
          ${block(schema)}
        </section>`,
      )}
    </main>
  </body>
</html>`;
}

/** A text whose backticks mark code. */
function marked(text: string) {
  return text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}

function also(path: string | undefined, method: string) {
  return path ? html`<p>Also <code>${method} ${path}</code></p>` : "";
}

function parameterTable({ parameters }: Entry) {
  if (parameters.length === 0) return "";
  return html`<h3>Parameters</h3>
    <table>
      <thead><tr><th scope="col">name</th><th scope="col">in</th><th scope="col">takes</th></tr></thead>
      <tbody>${parameters.map(
        ({ name, in: where, schema, description }) => html`<tr>
          <td><code>${name}</code></td>
          <td>${where}</td>
          <td><code>${JSON.stringify(schema)}</code> ${description ?? ""}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

function answerTable({ responses }: Entry) {
  return html`<h3>Answers</h3>
    <table>
      <thead><tr><th scope="col">status</th><th scope="col">what it is</th></tr></thead>
      <tbody>${Object.entries(responses).map(
        ([status, { description, content }]) => html`<tr>
          <td><code>${status}</code></td>
          <td>${description} ${Number(status) < 300 ? bodies("", content) : ""}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

function bodies(title: string, content: Record<string, { schema?: Json }> | undefined) {
  if (!content) return "";
  return html`${title ? html`<h3>${title}</h3>` : ""}
    ${Object.entries(content).map(
      ([type, { schema }]) => html`<p><code>${type}</code></p>
        ${schema ? block(schema) : ""}`,
    )}`;
}

/** A schema, or a link to the one it names. */
function block(schema: Json) {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  if (name) return html`<p><a href="#${name}">${name}</a></p>`;
  return html`<pre tabindex="0"><code>${JSON.stringify(schema, null, 2)}</code></pre>`;
}
