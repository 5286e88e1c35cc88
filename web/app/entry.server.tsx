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
import {
  type DisplayLocale,
  requestDisplayLocale,
} from "#app/accounts/preferences/device-preferences.server";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import { isLanguage } from "#app/i18n/language";
import { isNumerals } from "#app/i18n/numerals";
import ur from "#app/i18n/ur";
import { isAppError } from "#app/platform/errors";
import { NonceContext } from "#app/shell/nonce";
import { RequestIdContext } from "#app/shell/request-id";

const dictionaries = { en, ur };

/** Render deadline, longer than any loader may take; the browser then keeps what was streamed. */
const RENDER_TIMEOUT_MS = 10_000;
/** Remix's deadline for deferred data, before the render deadline. */
export const streamTimeout = RENDER_TIMEOUT_MS - 1000;

/** Renders a page as a stream, in the locale of the root loader. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, app }: AppLoadContext,
): Promise<Response> {
  const { language, numerals } = await renderLocale(remixContext, request);
  const i18n = createI18n(language, numerals, dictionaries[language]);
  // Crawlers get the whole page at once, and an error page has nothing to stream. What shows an opened
  // task is loaded late, and would be put in its place by a script.
  const opensTask = new URL(request.url).searchParams.has("task");
  const waitForAll = status >= 400 || opensTask || isbot(request.headers.get("user-agent"));

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
        [waitForAll ? "onAllReady" : "onShellReady"]() {
          started = true;
          const body = stripZeroBytes();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          // Errors before the shell reject the promise and are logged by its handler.
          if (started) app.log.error({ err: error }, "page failed while streaming");
          status = 500;
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS).unref();
  });
}

/**
 * Logs an error of a loader or an action through the app's logger; Remix would print its message,
 * which may hold user data. An aborted request is not a failure.
 */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs): void {
  const { app } = context as AppLoadContext;
  // A refusal, such as of too many requests, is answered with its own status.
  const expected = isAppError(error) || (isRouteErrorResponse(error) && error.status < 500);
  if (!expected && !request.signal.aborted) app.log.error({ err: error }, "page failed");
}

/**
 * React 18 writes 2 KB chunks and leaves a zero byte where a multi-byte character does not fit at the
 * end, which in Urdu happens every few pages. HTML has no other zero bytes.
 * Source: `writeStringChunk` in react-dom/server; https://github.com/facebook/react/issues/31134
 */
const stripZeroBytes = () =>
  new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk),
  });

/** The locale that the root loader chose; from the request when that loader failed. */
async function renderLocale(context: EntryContext, request: Request): Promise<DisplayLocale> {
  const root = context.staticHandlerContext.loaderData.root as Partial<DisplayLocale> | undefined;
  const { language, numerals } = root ?? {};
  return isLanguage(language) && isNumerals(numerals)
    ? { language, numerals }
    : requestDisplayLocale(request, null);
}
