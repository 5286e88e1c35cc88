import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/i18n/titles";
import { DesignPage } from "#app/ui/design/DesignPage";
import { done, newNotice } from "#app/ui/notice.server";

/** For those who work on Karlo, and for the tests that look at it. */
export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, "design"),
  { name: "robots", content: "noindex" },
];

export function loader({ request }: LoaderFunctionArgs) {
  const theme = new URL(request.url).searchParams.get("theme");
  const chosen = theme === "light" || theme === "dark" ? theme : null;
  return { theme: chosen as "light" | "dark" | null };
}

/** Brings a notice, as a form of a page would. */
export const action = ({ request }: ActionFunctionArgs) =>
  done(request, newNotice("profileSaved"), "/design");

export default function Design() {
  return <DesignPage {...useLoaderData<typeof loader>()} />;
}
