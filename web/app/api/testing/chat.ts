import { expect } from "vitest";
import type { TestPerson } from "#app/platform/testing/test-app";
import type { WireTask } from "#app/tasks/task";

/** An answer of the assistant, whole. */
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

/** Says something to the assistant, and waits for its answer. */
export async function chat(person: TestPerson, message: string, conversation_id?: number) {
  const response = await person.call("POST", `/api/${person.id}/chat`, {
    message,
    conversation_id,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ChatAnswer;
}

/** All tasks of a person, done or not. */
export async function tasksOf(person: TestPerson): Promise<WireTask[]> {
  const response = await person.call("GET", "/api/v1/tasks?status=all");
  return ((await response.json()) as { tasks: WireTask[] }).tasks;
}
