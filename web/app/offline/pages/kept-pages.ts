/**
 * The pages that are kept on the device, with the data of each. A page that shows a secret, such as a
 * recovery code, or holds one in its address is none of them.
 */
const KEPT = new Set([
  "/today",
  "/upcoming",
  "/calendar",
  "/tasks",
  "/tasks/files",
  "/trash",
  "/lists",
  "/chatbot",
  "/reminders",
  "/reminders/settings",
  "/profile",
  "/install",
]);

/** The pages of the lists and labels, each by its name. */
const GROUP = /^\/(lists|labels)\/[^/]+$/;

/** The kept pages that show tasks by their days or names: a change of a task may change each. */
const PLACES = new Set(["/today", "/upcoming", "/calendar", "/tasks"]);

/** Parameters that change nothing in what the server answers. */
const OF_THE_PAGE = ["add", "add_title", "add_link"];

/** The page in whose frame stands what is not kept. */
export const OFFLINE_PAGE = "/offline";

/** Whether a page is kept; its path may be that of its data. */
export function isKeptPage(pathname: string): boolean {
  const path = pathOfPage(pathname);
  return KEPT.has(path) || GROUP.test(path);
}

/** Whether an address is that of a place, or of its data, as it opens: without a search or a task. */
export function isPlace(address: string | URL): boolean {
  const { pathname, search } = new URL(address, "http://any");
  const path = pathOfPage(pathname);
  return search === "" && (PLACES.has(path) || GROUP.test(path));
}

/** The path of a page, from that of its data or its own. */
export const pathOfPage = (pathname: string): string =>
  pathname === "/_root.data" ? "/" : pathname.replace(/\.data$/, "");

/** The address of the data of a page. */
export function dataAddress(page: string | URL): string {
  const url = new URL(page, "http://any");
  return `${url.pathname}.data${url.search}`;
}

/** The address under which an answer is kept: without what the page alone reads. */
export function keptAddress(address: string | URL): string {
  const url = new URL(address, "http://any");
  if (url.pathname === OFFLINE_PAGE) return OFFLINE_PAGE;
  for (const name of OF_THE_PAGE) url.searchParams.delete(name);
  return url.pathname + url.search;
}
