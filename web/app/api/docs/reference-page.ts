import { html } from "hono/html";
import type { DocumentedOperation } from "./describe-operation";
import type { openApiDocument } from "./openapi";

type Document = ReturnType<typeof openApiDocument>;
type Html = ReturnType<typeof html>;
type Json = Record<string, unknown>;

/**
 * Renders the OpenAPI document as a static page: contents, operations, schemas.
 *
 * @param style URL of the stylesheet
 */
export function referencePage(document: Document, style: string): Html {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  // An operation with two mounts has one section, which names the second.
  const main = all.filter(({ path }) => !path.startsWith("/api/{user_id}"));
  const pathById = new Map(all.map(({ path, operation }) => [operation.operationId, path]));
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
            .filter(({ operation }) => operation.tags.includes(name))
            .map(
              ({ operation }) =>
                html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
            )}
          </ul>`,
      )}
      <h2>Schemas</h2>
      <ul>${schemas.map(([name]) => html`<li><a href="#${name}">${name}</a></li>`)}</ul>
    </nav>
    <main>
      <h1>${document.info.title} API</h1>
      <p>${withCode(document.info.description)}</p>
      <p><a href="/api/openapi.json">OpenAPI ${document.openapi}</a> · <a href="/docs">Try it</a></p>
      ${main.map(
        ({ path, method, operation }) => html`<section id="${operation.operationId}">
          <h2>${operation.summary}</h2>
          <p><code>${method} ${path}</code></p>
          ${secondMount(pathById.get(`${operation.operationId}Of`), method)}
          ${operation.description ? html`<p>${withCode(operation.description)}</p>` : ""}
          ${parameterTable(operation)} ${bodies("Request body", operation.requestBody?.content)}
          ${responseTable(operation)}
        </section>`,
      )}
      ${schemas.map(
        ([name, schema]) => html`<section id="${name}">
          <h2>${name}</h2>
          ${schemaBlock(schema)}
        </section>`,
      )}
    </main>
  </body>
</html>`;
}

/** Renders a text with code in backticks. */
function withCode(text: string) {
  return text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}

function secondMount(path: string | undefined, method: string) {
  return path ? html`<p>Also <code>${method} ${path}</code></p>` : "";
}

function parameterTable({ parameters }: DocumentedOperation) {
  if (parameters.length === 0) return "";
  return html`<h3>Parameters</h3>
    <table>
      <thead><tr><th scope="col">name</th><th scope="col">in</th><th scope="col">schema</th></tr></thead>
      <tbody>${parameters.map(
        ({ name, in: where, schema, description }) => html`<tr>
          <td><code>${name}</code></td>
          <td>${where}</td>
          <td><code>${JSON.stringify(schema)}</code> ${description ?? ""}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

function responseTable({ responses }: DocumentedOperation) {
  return html`<h3>Responses</h3>
    <table>
      <thead><tr><th scope="col">status</th><th scope="col">description</th></tr></thead>
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
        ${schema ? schemaBlock(schema) : ""}`,
    )}`;
}

/** Renders a schema, or a link to the one it references. */
function schemaBlock(schema: Json) {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  if (name) return html`<p><a href="#${name}">${name}</a></p>`;
  return html`<pre tabindex="0"><code>${JSON.stringify(schema, null, 2)}</code></pre>`;
}
