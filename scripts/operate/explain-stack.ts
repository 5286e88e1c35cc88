import { findFullDisks } from "./disks.ts";
import { explain, type Finding, recentWarnings } from "./explain.ts";
import { readObjects } from "./objects.ts";
import { readLog, tellingLines } from "./read-log.ts";
import type { Target } from "./target.ts";

/** Logs that are read for one explanation, at most. */
const MAX_LOGS = 4;

/**
 * Says why a stack does not get on: what is wrong in the order of causes, each with the last telling
 * lines of its log, and the warnings of the last hour.
 */
export async function explainStack({ kubectl, app }: Target): Promise<string[]> {
  const objects = await readObjects(kubectl);
  const now = Date.now();
  const findings = [...(await findFullDisks(kubectl, objects)), ...explain(objects, app, now)];
  const evidence = await Promise.all(
    findings.map(async ({ log }, index) => {
      if (!log || index >= MAX_LOGS) return [];
      const { pod, container, previous } = log;
      return tellingLines(
        await readLog(kubectl, { of: `pod/${pod}`, container, previous, lines: 60 }),
      );
    }),
  );
  const told = findings.flatMap((finding, index) =>
    tell(finding, index + 1, evidence[index] ?? []),
  );
  const warnings = recentWarnings(objects, now);
  const broken = findings.some(({ state }) => state === "broken");
  return [
    broken ? "What is wrong, causes first:" : "Nothing is wrong now.",
    ...told,
    ...(warnings.length > 0
      ? ["Warnings of the last hour:", ...warnings.map((line) => `  ${line}`)]
      : []),
  ];
}

function tell({ where, why, next, state }: Finding, number: number, log: string[]): string[] {
  return [
    `${number}. ${where}: ${state === "over" ? "(over) " : ""}${why}`,
    ...log.map((line) => `     | ${line}`),
    `     next: ${next}`,
  ];
}
