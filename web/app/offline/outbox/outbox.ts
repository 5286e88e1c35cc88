import { saveFailure } from "#app/tasks/edit/save-failure";
import { outbox } from "./state";

// The outbox as pages know it. What it is made of is loaded when somebody does something, or when
// something waits: a page that is only read needs none of it.

type PageOutbox = typeof import("./page-outbox");
let loading: Promise<PageOutbox> | undefined;

/** Loads the rest of the outbox. A load that failed is tried again with the next call. */
export function loadOutbox(): Promise<PageOutbox> {
  loading ??= import("./page-outbox").catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Sends a form of the tasks page: the outbox keeps it until it is sent, so that a network that fails,
 * or a browser that is closed, loses nothing.
 *
 * @returns what the form is shown as: done, refused, or waiting
 * @throws a redirect to the sign-in page when the session has ended; the form is kept
 */
export async function submitForm(data: FormData): Promise<Response> {
  const form = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
  const page = await loadOutbox().catch(() => null);
  // An error status keeps the page from reading its lists anew, which would fail too.
  const owner = outbox.owner();
  if (!page || !owner) return Response.json(saveFailure(), { status: 503 });
  try {
    return await page.submit(owner, form, outbox.shown());
  } catch (error) {
    // It leads to another page. All else is of the device: its store is full, or closed to the app.
    if (error instanceof Response) throw error;
    return Response.json(saveFailure(), { status: 503 });
  }
}
