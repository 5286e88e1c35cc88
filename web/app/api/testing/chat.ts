import { expect } from "vitest";
import type { WireTask } from "#app/tasks/task/wire-task";
import type { TestPerson } from "#testing/test-app";

/** The JSON response of `POST /chat`. */
export interface ChatAnswer {
  conversation_id: number;
  run_id: string;
  status: string;
  response: string;
  agent: string;
  language: string;
  tool_calls: { id: string; name: string; arguments: object; result: object | null }[];
  approvals: { id: string; tool: string; before: WireTask[]; after: WireTask[] }[];
}

/** Sends a message to the assistant and returns its answer. */
export async function chat(person: TestPerson, message: string, conversation_id?: number) {
  const response = await person.call("POST", `/api/${person.id}/chat`, {
    message,
    conversation_id,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ChatAnswer;
}

/** Returns all tasks of a person, open and completed. */
export async function tasksOf(person: TestPerson): Promise<WireTask[]> {
  const response = await person.call("GET", "/api/v1/tasks?status=all");
  return ((await response.json()) as { tasks: WireTask[] }).tasks;
}
