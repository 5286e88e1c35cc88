import type { AgentInputItem, ModelRequest } from "@openai/agents";
import { z } from "zod";
import type { QuestionKind } from "#app/i18n/conversation";

/** A task as an answer names it. */
export interface NamedTask {
  id: number;
  title: string;
}

/** One of the answers to a question: a person may press it, or say it. */
export interface Choice {
  /** What its button says, and what the person says by pressing it. */
  label: string;
  /** The short form of it that the question is answered by: `2`, `#3`. */
  says: string;
}

/** What an answer showed and asked, as data beside its words. */
export interface AnswerData {
  /** The tasks that it showed, in their order. */
  shown?: NamedTask[];
  /** What it asked about; a question that was withdrawn had no answer. */
  asked?: { kind: QuestionKind; tasks: NamedTask[]; withdrawn: boolean };
  /** What may be answered to it, where the answers are few. */
  choices?: Choice[];
  /** Set where the message was not simply understood: it was asked about, or nothing in it was known. */
  reading?: "asked" | "unknown";
}

const tasks = z.array(z.object({ id: z.number(), title: z.string() }));
const choices = z.array(z.object({ label: z.string(), says: z.string() }));
const kinds = ["delete", "complete", "change", "undo"] as const satisfies QuestionKind[];
const answerData = z.object({
  shown: tasks.optional(),
  asked: z.object({ kind: z.enum(kinds), tasks, withdrawn: z.boolean() }).optional(),
  choices: choices.optional(),
  reading: z.enum(["asked", "unknown"]).optional(),
});
const ownData = z.object({ karlo: answerData });

/** The data of an answer as an item carries it, next to its text. */
export const toProviderData = (data: AnswerData): { karlo: AnswerData } => ({ karlo: data });

/** The data of an answer; empty for an item without any. */
export const answerDataOf = (item: object): AnswerData =>
  ("providerData" in item && ownData.safeParse(item.providerData).data?.karlo) || {};

/** A request without the data of answers, which providers do not know. */
export function withoutAnswerData(request: ModelRequest): ModelRequest {
  if (typeof request.input === "string") return request;
  return { ...request, input: request.input.map(withoutData) };
}

function withoutData(item: AgentInputItem): AgentInputItem {
  if (!item.providerData || !("karlo" in item.providerData)) return item;
  const { karlo, ...providerData } = item.providerData;
  return { ...item, providerData } as AgentInputItem;
}
