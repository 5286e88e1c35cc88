import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { asPerson } from "#app/platform/as-person";
import { isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { getTask } from "#app/tasks/get-task.server";
import { listTasks } from "#app/tasks/list-tasks.server";
import { type Task, toWire } from "#app/tasks/task";
import { type ToolContext, taskId } from "./tool";

/** So many open tasks are offered as resources; every task can be read by its number. */
const LISTED = 100;
const JSON_TYPE = "application/json";

/** Each task of the person as `task://{number}`, to be put into a conversation as it is. */
export function registerResources(
  server: McpServer,
  { db, actor: { userId, timeZone } }: ToolContext,
  log: Logger,
): void {
  const list = () =>
    plainly(log, async () => {
      const { tasks } = await asPerson(db, userId, (tx) =>
        listTasks(tx, userId, { status: "open", limit: LISTED }, timeZone),
      );
      return { resources: tasks.map(toResource) };
    });
  const read = ({ href: uri }: URL, { number }: Record<string, unknown>) =>
    plainly(
      log,
      async () => {
        const id = taskId.safeParse(Number(number));
        if (!id.success) throw new ResourceNotFoundError(uri);
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

/** What is thrown here reaches the caller as it is: nothing of the database may. */
async function plainly<T>(log: Logger, work: () => Promise<T>, uri = ""): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (isAppError(error)) throw new ResourceNotFoundError(uri);
    log.error({ err: error }, "resource failed");
    throw new ProtocolError(ProtocolErrorCode.InternalError, "Internal error");
  }
}
