import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/i18n/titles";
import { DesignPage } from "#app/ui/design/DesignPage";
import { createNotice, finishAction } from "#app/ui/feedback/notice.server";

/** The design system page, for developers and visual tests; not indexed. */
export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, "design"),
  { name: "robots", content: "noindex" },
];

export function loader({ request }: LoaderFunctionArgs) {
  const theme = new URL(request.url).searchParams.get("theme");
  const chosen = theme === "light" || theme === "dark" ? theme : null;
  return { theme: chosen as "light" | "dark" | null };
}

/** Shows a sample notice, as a form of a page would. */
export const action = ({ request }: ActionFunctionArgs) =>
  finishAction(request, createNotice("profileSaved"), "/design");

export default function Design() {
  return <DesignPage {...useLoaderData<typeof loader>()} />;
}
