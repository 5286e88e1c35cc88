import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  readPreferences,
  requestDisplayLocale,
} from "#app/accounts/preferences/device-preferences.server";
import { deleteAccount } from "#app/accounts/profile/delete-account.server";
import { ProfilePage } from "#app/accounts/profile/ProfilePage";
import { invalidProfileForm, profileFailure } from "#app/accounts/profile/profile-failure.server";
import { profileFormSchema } from "#app/accounts/profile/profile-form";
import { readProfile } from "#app/accounts/profile/read-profile.server";
import { submitProfileForm } from "#app/accounts/profile/submit-profile-form.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/session/auth.server";
import { clearDevice } from "#app/accounts/session/clear-device.server";
import { requireUser, type SessionUser } from "#app/accounts/session/session.server";
import { signOut } from "#app/accounts/sign-in/sign-out.server";
import type { AppContext } from "#app/app-context";
import { importAccount } from "#app/archive/import-account.server";
import { pageTitle } from "#app/i18n/titles";
import { DeviceCard } from "#app/offline/pages/DeviceCard";
import { type FormFields, readForm } from "#app/platform/read-form";
import type { CountBytes } from "#app/platform/turns";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { countImport, readUploadForm } from "#app/tasks/transfer/transfer-limits.server";
import { createNotice, noticeCookie } from "#app/ui/feedback/notice.server";

const schema = profileFormSchema(PASSWORD_MIN, PASSWORD_MAX);

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "profile");

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const user = await requireUser(app, request);
  const [account, statistics] = await Promise.all([
    readProfile(app, request, user),
    getStats(app.db, user.id, user),
  ]);
  const keepsNothing = (await readPreferences(request)).keepsNothing ?? false;
  return { account, statistics, keepsNothing, now: new Date().toISOString() };
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const user = await requireUser(app, request);
  const isImport = request.headers.get("content-type")?.startsWith("multipart/form-data");
  if (!isImport) return submit(app, request, user, await readForm(request));
  try {
    await countImport(app, user.id);
    // The file is not read into memory before it is the person's turn.
    const read = (count: CountBytes) => readUploadForm(request, count);
    const work = (form: FormFields) => submit(app, request, user, form);
    return await app.turns.take(user.id, { read, work }, request.signal);
  } catch (error) {
    const locale = await requestDisplayLocale(request, user);
    return profileFailure({ intent: "import" }, locale, error);
  }
}

async function submit(app: AppContext, request: Request, user: SessionUser, form: FormFields) {
  const parsed = schema.safeParse(form);
  if (!parsed.success) return invalidProfileForm(form, parsed.error);
  try {
    if (parsed.data.intent === "delete") {
      await deleteAccount(app, user, parsed.data.current);
      const headers = await signOut(app, request);
      clearDevice(headers);
      headers.append("Set-Cookie", await noticeCookie(createNotice("accountDeleted")));
      return redirect("/", { status: 303, headers });
    }
    if (parsed.data.intent === "import") {
      const bytes = new Uint8Array(await parsed.data.file.arrayBuffer());
      await importAccount(app, user.id, bytes, { signal: request.signal });
      return toProfile("imported");
    }
    return toProfile(await submitProfileForm(app, request, user, parsed.data));
  } catch (error) {
    return profileFailure(form, await requestDisplayLocale(request, user), error);
  }
}

async function toProfile(notice: Parameters<typeof createNotice>[0]) {
  const headers = { "Set-Cookie": await noticeCookie(createNotice(notice)) };
  return redirect("/profile", { status: 303, headers });
}

export default function Profile() {
  const { keepsNothing, ...page } = useLoaderData<typeof loader>();
  return <ProfilePage {...page} device={<DeviceCard keepsNothing={keepsNothing} />} />;
}
