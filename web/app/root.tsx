import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { pageTitle } from "#app/i18n/titles";
import { isNotFound } from "#app/shell/ErrorPage";
import { readRootData } from "#app/shell/root-data.server";
import styles from "#app/ui/styles/styles.css?url";

export { AppFrame as default } from "#app/shell/AppFrame";
export { Document as Layout } from "#app/shell/Document";
export { ErrorPage as ErrorBoundary } from "#app/shell/ErrorPage";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  // iPhones take this one for the home screen.
  { rel: "apple-touch-icon", href: "/icons/maskable-192.png" },
];

export const meta: MetaFunction = ({ error, matches }) =>
  pageTitle(matches, isNotFound(error) ? "notFound" : error ? "broken" : "home");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { rootData, headers } = await readRootData(app, request);
  return data(rootData, { headers });
}
