import { html } from "hono/html";
import { directionOf, type Language, languageNames } from "#app/i18n/language";
import { statusTexts } from "#app/i18n/status";
import { PARTS, type Part, type Status } from "./read-status";
import style from "./status.css?url";

/** How often the page looks again, in seconds. */
const REFRESH = 30;

/**
 * The page of a status, without scripts.
 *
 * @param at when it was read
 */
export function statusPage({ status, parts }: Status, language: Language, at: Date) {
  const texts = statusTexts[language];
  const other = language === "en" ? "ur" : "en";
  const row = (part: Part) => {
    const state = parts[part];
    const { name, says } = texts.parts[part];
    const more = state === "off" ? texts.off : state === "works" ? "" : says[state];
    return html`<li>
      <div class="part"><h2>${name}</h2><span class="state ${state}">${texts.states[state]}</span></div>
      ${more && html`<p class="says">${more}</p>`}
    </li>`;
  };
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="${REFRESH}">
    <meta name="robots" content="noindex">
    <title>${texts.title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${style}">
  </head>
  <body>
    <main>
      <h1>${texts.title}</h1>
      <p class="summary ${status}">${texts.summary[status]}</p>
      <ul>${PARTS.map(row)}</ul>
    </main>
    <footer>
      <span>${texts.asOf} <time dir="ltr" datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)} UTC</time></span>
      <a href="/">${texts.back}</a>
      <a href="/status?lang=${other}" lang="${other}" hreflang="${other}">${languageNames[other]}</a>
    </footer>
  </body>
</html>`;
}
