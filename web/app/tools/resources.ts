import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { allows, type Scope } from "#app/accounts/apps/scopes";
import { asPerson } from "#app/platform/database/as-person";
import { isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Task } from "#app/tasks/task/task";
import { toWire } from "#app/tasks/task/wire-task";
import { type ToolContext, taskId } from "./tool";

/** Most open tasks that the resource list holds; every task can be read by its number. */
const LIST_MAX = 100;
const JSON_TYPE = "application/json";

/** Registers the tasks of the person as MCP resources, `task://{number}`. */
export function registerResources(
  server: McpServer,
  { db, actor: { userId, timeZone }, scopes = null }: ToolContext,
  log: Logger,
): void {
  const isAllowed = () => allows(scopes, "tasks:read");
  const list = () =>
    withProtocolErrors(log, async () => {
      if (!isAllowed()) return { resources: [] };
      const { tasks } = await asPerson(db, userId, (tx) =>
        listTasks(tx, userId, { status: "open", limit: LIST_MAX }, timeZone),
      );
      return { resources: tasks.map(toResource) };
    });
  const read = ({ href: uri }: URL, { number }: Record<string, unknown>) =>
    withProtocolErrors(
      log,
      async () => {
        const id = taskId.safeParse(Number(number));
        if (!id.success || !isAllowed()) throw new ResourceNotFoundError(uri);
        const task = await asPerson(db, userId, (tx) => getTask(tx, userId, id.data));
        const text = JSON.stringify(toWire(task));
        return { contents: [{ uri, mimeType: JSON_TYPE, text }] };
      },
      uri,
    );
  server.registerResource(
    "task",
    new ResourceTemplate("task://{number}", { list }),
    {
      title: "Task",
      description: "One task by its number; the list holds open ones, by due date.",
      mimeType: JSON_TYPE,
      scopeChallenge: () =>
        isAllowed() ? undefined : { scopes: [...(scopes ?? []), "tasks:read"] as [Scope] },
    },
    read,
  );
}

function toResource({ id, title, updatedAt }: Task) {
  return {
    uri: `task://${id}`,
    name: `#${id}`,
    title,
    mimeType: JSON_TYPE,
    annotations: { lastModified: updatedAt },
  };
}

/** Converts errors to protocol errors: the SDK sends the text of any error to the client. */
async function withProtocolErrors<T>(log: Logger, handler: () => Promise<T>, uri = ""): Promise<T> {
  try {
    return await handler();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (isAppError(error)) throw new ResourceNotFoundError(uri);
    log.error({ err: error }, "resource failed");
    throw new ProtocolError(ProtocolErrorCode.InternalError, "Internal error");
  }
}
