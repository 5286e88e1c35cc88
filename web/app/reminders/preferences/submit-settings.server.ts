import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { removeDevice } from "#app/reminders/push/subscriptions.server";
import { preferencesInput } from "./preferences";
import { updateReminderPreferences } from "./preferences.server";

/** A result of a form of the settings page. */
export interface SettingsResult {
  ok: boolean;
  /** Names of the fields that are invalid. */
  fields: string[];
}

const isOn = (form: Record<string, unknown>, name: string) => form[name] !== undefined;

/** Handles a form of the settings page: the preferences, or the removal of a browser. */
export async function submitSettings(
  db: Db,
  userId: string,
  form: Record<string, unknown>,
): Promise<SettingsResult> {
  if (form.intent === "remove") {
    const id = z.uuid().safeParse(form.id);
    if (id.success) await removeDevice(db, userId, id.data);
    return { ok: true, fields: [] };
  }
  const { moment = "", quiet_from: from, quiet_to: to } = form;
  const parsed = preferencesInput.safeParse({
    moment_minutes: moment === "" ? null : Number(moment),
    day_rings: isOn(form, "day_rings"),
    morning: form.morning,
    quiet_hours: isOn(form, "quiet") ? { from, to } : null,
    snooze: form.snooze,
    by_mail: isOn(form, "by_mail"),
    daily_digest: isOn(form, "daily_digest"),
    weekly_review: isOn(form, "weekly_review"),
  });
  if (!parsed.success)
    return { ok: false, fields: parsed.error.issues.map(({ path }) => path.join(".")) };
  await updateReminderPreferences(db, userId, parsed.data);
  return { ok: true, fields: [] };
}
