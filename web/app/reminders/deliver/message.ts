import {
  digestText,
  reminderText,
  reminderWords,
  reviewText,
  type SnoozeTime,
  type TextContext,
} from "#app/i18n/reminder-texts";
import { START_PAGE } from "#app/platform/start-page";
import type { ClaimedDelivery } from "./claim-deliveries.server";

/** A button of a notification. */
interface PushAction {
  action: "done" | "ask" | `snooze-${SnoozeTime}`;
  title: string;
}

/**
 * What the service worker shows: the texts are in the person's language, as it has no dictionary.
 * Another version of the worker may read it: members are added, never renamed.
 */
export interface PushMessage {
  /** Notifications of one tag replace each other. */
  tag: string;
  title: string;
  body: string;
  lang: string;
  dir: "ltr" | "rtl";
  /** Where a press leads. */
  url: string;
  /** When it rang, in milliseconds. */
  time: number;
  /** True when it may have arrived before: it is shown without a sound. */
  again: boolean;
  actions: PushAction[];
  /** Allows the buttons; see `signAction`. */
  token: string;
  /** The buttons and the title of the question that `ask` shows. */
  choices: PushAction[];
  ask: string;
  /** Shown when a button could not be carried out. */
  failed: string;
  /** Shown while a button that was pressed without a connection waits; older messages have none. */
  kept?: string;
}

/** The text of a notification and where it leads. */
export function describe(delivery: ClaimedDelivery, now: Date) {
  const context: TextContext = {
    language: delivery.locale === "ur" ? "ur" : "en",
    numerals: delivery.numerals === "urdu" ? "urdu" : "western",
    timeZone: delivery.timeZone,
    ...((delivery.clock === 12 || delivery.clock === 24) && { clock: delivery.clock }),
    now: now.toISOString(),
  };
  const { kind, content, open, tasks } = delivery;
  const [first] = tasks;
  if (kind !== "reminder" && content) {
    const text = kind === "digest" ? digestText(content, context) : reviewText(content, context);
    return { ...text, url: kind === "digest" ? START_PAGE : "/tasks?status=completed", context };
  }
  const named = tasks.map((task) => ({ title: task.title, dueAt: toDue(task) }));
  const url = open === 1 && first ? `/tasks?task=${first.number}` : "/reminders";
  return { ...reminderText(named, open, context), url, context };
}

function toDue({ due_at: at, due_has_time: hasTime }: ClaimedDelivery["tasks"][number]) {
  if (at === null) return null;
  const iso = new Date(at).toISOString();
  return hasTime ? iso : iso.slice(0, 10);
}

/** The message of a push. */
export function toPushMessage(delivery: ClaimedDelivery, token: string, now: Date): PushMessage {
  const { title, body, url, context } = describe(delivery, now);
  const { done, snooze, snoozes, ask, failed, kept, lang, dir } = reminderWords(context);
  const choices = (Object.keys(snoozes) as SnoozeTime[]).map(
    (time): PushAction => ({ action: `snooze-${time}`, title: snoozes[time] }),
  );
  const later =
    choices.find(({ action }) => action === `snooze-${delivery.snooze}`) ??
    ({ action: "ask", title: snooze } as const);
  const actions: PushAction[] =
    delivery.kind !== "reminder"
      ? []
      : delivery.open === 1
        ? [{ action: "done", title: done }, later]
        : [later];
  return {
    tag: `karlo-${delivery.notification}`,
    ...{ title, body, lang, dir, url },
    time: now.getTime(),
    again: delivery.unsure,
    ...{ actions, token, choices, ask, failed, kept },
  };
}
