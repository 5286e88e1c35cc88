import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actOnProfile } from "#app/accounts/act-on-profile.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/auth.server";
import { deleteAccount } from "#app/accounts/delete-account.server";
import { requestReading } from "#app/accounts/device-preferences.server";
import { ProfilePage } from "#app/accounts/ProfilePage";
import { profileFailure, unfitProfileForm } from "#app/accounts/profile-failure.server";
import { profileFormSchema } from "#app/accounts/profile-form";
import { readProfile } from "#app/accounts/read-profile.server";
import { requireUser } from "#app/accounts/session.server";
import { signOut } from "#app/accounts/sign-out.server";
import { importAccount } from "#app/archive/import-account.server";
import { pageTitle } from "#app/i18n/titles";
import { getStats } from "#app/tasks/get-stats.server";
import { newNotice, noticeCookie } from "#app/ui/notice.server";

const schema = profileFormSchema(PASSWORD_MIN, PASSWORD_MAX);

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "profile");

export async function loader({ request, context: { karlo } }: LoaderFunctionArgs) {
  const user = await requireUser(karlo, request);
  const [account, statistics] = await Promise.all([
    readProfile(karlo, request, user),
    getStats(karlo.db, user.id, user.timeZone),
  ]);
  return { account, statistics, now: new Date().toISOString() };
}

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const user = await requireUser(karlo, request);
  const form = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(form);
  if (!parsed.success) return unfitProfileForm(form, parsed.error);
  try {
    if (parsed.data.intent === "delete") {
      await deleteAccount(karlo, user, parsed.data.current);
      const headers = await signOut(karlo, request);
      headers.append("Set-Cookie", await noticeCookie(newNotice("accountDeleted")));
      return redirect("/", { status: 303, headers });
    }
    if (parsed.data.intent === "import") {
      await importAccount(karlo, user.id, await parsed.data.file.text());
      return toProfile("imported");
    }
    return toProfile(await actOnProfile(karlo, request, user, parsed.data));
  } catch (error) {
    return profileFailure(form, await requestReading(request, user), error);
  }
}

async function toProfile(notice: Parameters<typeof newNotice>[0]) {
  const headers = { "Set-Cookie": await noticeCookie(newNotice(notice)) };
  return redirect("/profile", { status: 303, headers });
}

export default function Profile() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />;
}
