import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { errorDetail } from "#app/i18n/errors";
import { AppError, isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { createTaskTool } from "./create-task";
import { deleteTaskTool } from "./delete-task";
import { getStatsTool } from "./get-stats";
import { getTaskTool } from "./get-task";
import { listTasksTool } from "./list-tasks";
import { restoreTaskTool } from "./restore-task";
import { toggleCompleteTool } from "./toggle-complete";
import type { ToolContext } from "./tool";
import { undoLastTool } from "./undo-last";
import { updateTaskTool } from "./update-task";

const tools = [
  createTaskTool,
  listTasksTool,
  getTaskTool,
  updateTaskTool,
  deleteTaskTool,
  toggleCompleteTool,
  getStatsTool,
  restoreTaskTool,
  undoLastTool,
];

/**
 * An MCP server with Karlo's tools for one person. Who that is is fixed here, by the session or
 * token that asked for the server.
 * Specification: https://modelcontextprotocol.io/specification/2025-11-25/server/tools
 */
export function createToolServer(context: ToolContext, log: Logger): McpServer {
  const server = new McpServer({ name: "karlo", version: "1" });
  for (const tool of tools) {
    const { name, title, description, annotations, run } = tool;
    // Strict: an argument that no tool has, such as a user, is refused and not dropped in silence.
    const inputSchema = z.strictObject(tool.input(context.actor.timeZone));
    const config = { title, description, annotations, inputSchema, outputSchema: tool.output };
    server.registerTool(name, config, async (input: unknown): Promise<CallToolResult> => {
      try {
        return result(await (run as typeof createTaskTool.run)(context, input as never));
      } catch (error) {
        if (!isAppError(error)) log.error({ tool: name, err: error }, "tool failed");
        return failure(isAppError(error) ? error : new AppError("internal", 500));
      }
    });
  }
  return server;
}

function result(structured: Record<string, unknown>): CallToolResult {
  return {
    content: [{ type: "text", text: JSON.stringify(structured) }],
    structuredContent: structured,
  };
}

function failure({ code, values }: AppError): CallToolResult {
  const error = { code, detail: errorDetail(code, "en", values) };
  return { isError: true, content: [{ type: "text", text: JSON.stringify({ error }) }] };
}
