import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import type { Actor } from "#app/tasks/task/task";
import { createGroup, deleteGroup, orderGroups, updateGroup } from "./change-group.server";
import { groupName } from "./group";
import type { GroupFailure, GroupForm } from "./group-form";
import { listGroups } from "./list-groups.server";
import { movedInOrder } from "./order";

const PROBLEMS: Partial<Record<string, GroupFailure["problem"]>> = {
  name_taken: "taken",
  groups_full: "full",
  list_not_found: "gone",
  label_not_found: "gone",
};

/**
 * Handles one form of the page of lists and labels.
 *
 * @returns what is wrong with it; null when it was carried out
 */
export async function actOnGroups(
  db: Db,
  actor: Actor,
  form: GroupForm,
): Promise<GroupFailure | null> {
  const { kind } = form;
  const about = {
    kind,
    ...("name" in form && { name: form.name }),
    ...("id" in form && { id: form.id }),
  };
  try {
    if ("name" in form) {
      const name = groupName(kind).safeParse(form.name);
      if (!name.success) return { ...about, problem: "invalid" };
      await write(db, actor, { ...form, name: name.data });
    } else await write(db, actor, form);
    return null;
  } catch (error) {
    const problem = isAppError(error) && PROBLEMS[error.code];
    if (!problem) throw error;
    return { ...about, problem };
  }
}

async function write(db: Db, actor: Actor, form: GroupForm): Promise<unknown> {
  const { kind } = form;
  switch (form.intent) {
    case "create":
      return createGroup(db, actor.userId, kind, { name: form.name });
    case "change":
      return updateGroup(db, actor, kind, form.id, {
        name: form.name,
        colour: form.colour || null,
      });
    case "archive":
      return updateGroup(db, actor, kind, form.id, { archived: form.archived });
    case "merge":
      return deleteGroup(db, actor, kind, form.id, { to: "group", id: form.into });
    case "delete":
      return deleteGroup(db, actor, kind, form.id, {
        to: form.tasks === "trash" ? "trash" : "none",
      });
    case "move": {
      const groups = await listGroups(db, actor.userId, kind);
      const shown = groups.filter(({ archived }) => !archived).map(({ id }) => id);
      const order = movedInOrder(shown, form.id, form.by);
      return order && orderGroups(db, actor.userId, kind, order);
    }
  }
}
