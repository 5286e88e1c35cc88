import { data } from "@remix-run/node";

/** The fallback route: 404 for every unmatched address. */
export function loader() {
  throw data(null, { status: 404 });
}

export function action() {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
