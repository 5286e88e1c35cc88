import { readFileSync } from "node:fs";
import { it } from "vitest";
import { detectLanguage } from "../language";
import { converse } from "./corpus/converse";
import { understand } from "./understand/understand";

const seeds = [
  { id: 1, title: "buy milk", due_at: "2026-11-22T12:00:00Z" },
  { id: 2, title: "call Ali", due_at: "2026-11-21" },
  { id: 3, title: "pay electricity bill", priority: "high" as const },
  { id: 4, title: "old report", completed: true },
  { id: 5, title: "دودھ لانا" },
  { id: 6, title: "Ahmed ko phone karna", category: "work" },
];
it("x", () => {
  for (const line of readFileSync("/tmp/ts/lines.txt", "utf8").split("\n").filter(Boolean)) {
    const r = converse(line, seeds);
    const cmd = understand(line, detectLanguage(line));
    console.log(
      `> ${line}   [${detectLanguage(line)}] ${cmd.map((c) => c.intent)}\n   ${r.calls.map((c) => c.name + JSON.stringify(c.arguments)).join("\n   ")}\n   = ${r.answer.split("\n").slice(0, 3).join(" / ").slice(0, 150)}`,
    );
  }
});
