import { asMoment, readDate } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { itemsOf, membersOf, numberOf, textOf } from "./values";

type Members = Record<string, unknown>;

/** Whether a JSON is a board of Trello. */
export const isTrello = (json: unknown): boolean => {
  const board = membersOf(json);
  return Array.isArray(board.cards) && Array.isArray(board.lists) && typeof board.name === "string";
};

/**
 * Reads a board of Trello (JSON): its cards, and the items of their checklists. Archived cards, and
 * those of archived lists, are left out.
 * Source: https://developer.atlassian.com/cloud/trello/guides/rest-api/object-definitions/
 */
export function* readTrello(part: Part, context: ReadContext): Generator<Found> {
  const board = membersOf(readJson(part));
  const project = textOf(board.name).trim() || null;
  const lists = byId(board.lists);
  const steps = new Map<string, Members[]>();
  for (const checklist of itemsOf(board.checklists).map(membersOf)) {
    const card = textOf(checklist.idCard);
    const items = itemsOf(checklist.checkItems).map(membersOf).sort(byPosition);
    steps.set(card, [...(steps.get(card) ?? []), ...items]);
  }
  const cards = itemsOf(board.cards).map(membersOf);
  const placed = new Map([...lists.values()].map((list) => [list.id, numberOf(list.pos) ?? 0]));
  const place = (card: Members): number => placed.get(card.idList) ?? 0;
  for (const card of cards.sort((a, b) => place(a) - place(b) || byPosition(a, b))) {
    const list = lists.get(textOf(card.idList));
    if (card.closed === true || list?.closed === true) yield { skipped: "archived" };
    else yield* readCard(card, { project, list, items: steps.get(textOf(card.id)) ?? [] }, context);
  }
}

function* readCard(
  card: Members,
  { project, list, items }: { project: string | null; list?: Members; items: Members[] },
  { timeZone }: ReadContext,
): Generator<Found> {
  const id = textOf(card.id);
  const losses: Loss[] = [];
  const badges = membersOf(card.badges);
  if (itemsOf(card.attachments).length > 0 || (numberOf(badges.attachments) ?? 0) > 0)
    losses.push({ kind: "attachments" });
  if ((numberOf(badges.comments) ?? 0) > 0) losses.push({ kind: "comments" });
  if (itemsOf(card.idMembers).length > 0) losses.push({ kind: "people" });
  if (card.start && card.due) losses.push({ kind: "startDate" });
  const labels = itemsOf(card.labels)
    .map(membersOf)
    .map(({ name, color }) => textOf(name) || textOf(color));
  const before = numberOf(card.dueReminder);
  const due = readDate(textOf(card.due), timeZone) ?? readDate(textOf(card.start), timeZone);
  const task: ImportedTask = {
    uid: id || null,
    title: textOf(card.name),
    notes: textOf(card.desc),
    project,
    labels: [textOf(list?.name), ...labels].filter(Boolean),
    due,
    reminders: due && before !== null && before >= 0 ? [{ minutes_before: before }] : undefined,
    completed: card.dueComplete === true,
    completedAt: null,
    createdAt: createdAt(id),
    losses,
  };
  yield task;
  for (const item of items)
    yield {
      uid: textOf(item.id) || null,
      // What it was named when it was taken.
      parent: task.uid,
      title: textOf(item.name),
      project,
      due: readDate(textOf(item.due), timeZone),
      completed: item.state === "complete",
      createdAt: createdAt(textOf(item.id)),
    };
}

/** The first eight digits of an id are the second in which it was made. */
function createdAt(id: string): string | null {
  const seconds = /^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) : 0;
  return seconds > 0 ? asMoment(new Date(seconds * 1_000).toISOString(), "UTC") : null;
}

const byId = (items: unknown): Map<string, Members> =>
  new Map(
    itemsOf(items)
      .map(membersOf)
      .map((item) => [textOf(item.id), item]),
  );

const byPosition = (one: Members, two: Members): number =>
  (numberOf(one.pos) ?? 0) - (numberOf(two.pos) ?? 0);
