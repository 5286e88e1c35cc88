import { Transform } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { type Reading, requestReading } from "#app/accounts/device-preferences.server";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import { isLanguage } from "#app/i18n/language";
import { isNumerals } from "#app/i18n/numerals";
import ur from "#app/i18n/ur";
import { NonceContext } from "#app/ui/nonce";
import { RequestIdContext } from "#app/ui/request-id";

const dictionaries = { en, ur };

/** Longer than any loader may take; then the stream is closed and the browser shows what it has. */
const RENDER_LIMIT_MS = 10_000;
export const streamTimeout = RENDER_LIMIT_MS - 1000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, karlo }: AppLoadContext,
): Promise<Response> {
  const { language, numerals } = await readingOf(remixContext, request);
  const i18n = createI18n(language, numerals, dictionaries[language]);
  // Crawlers do not wait for a stream, and a failed page has nothing to stream.
  const whole = status >= 400 || isbot(request.headers.get("user-agent"));

  return new Promise((resolve, reject) => {
    let started = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RequestIdContext.Provider value={requestId}>
          <I18nextProvider i18n={i18n}>
            <RemixServer context={remixContext} url={request.url} nonce={nonce} />
          </I18nextProvider>
        </RequestIdContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]() {
          started = true;
          const body = withoutGaps();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          // Before the shell is out, the promise is rejected and reported there.
          if (started) karlo.log.error({ err: error }, "page failed while streaming");
          status = 500;
        },
      },
    );
    setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/**
 * Logs what broke in a loader or an action, without its words; Remix would print them. That a person
 * left before the answer came is no failure.
 */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs): void {
  const { karlo } = context as AppLoadContext;
  const answered = isRouteErrorResponse(error) && error.status < 500;
  if (!answered && !request.signal.aborted) karlo.log.error({ err: error }, "page failed");
}

/**
 * React 18 fills 2 KB at a time and leaves a zero byte where a letter of several bytes does not fit
 * at the end: in Urdu that is every few pages. HTML has no other zero bytes.
 * Source: `writeStringChunk` in react-dom/server; https://github.com/facebook/react/issues/31134
 */
const withoutGaps = () =>
  new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk),
  });

/** The root loader has decided already, unless it is what failed. */
async function readingOf(context: EntryContext, request: Request): Promise<Reading> {
  const root = context.staticHandlerContext.loaderData.root as Partial<Reading> | undefined;
  const { language, numerals } = root ?? {};
  return isLanguage(language) && isNumerals(numerals)
    ? { language, numerals }
    : requestReading(request, null);
}
