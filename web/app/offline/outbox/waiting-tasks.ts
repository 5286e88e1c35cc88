import { numbersGiven, type Operation, tasksOf } from "./operation";

/** The tasks with changes that this device has not sent, by their numbers. */
export function waitingTasks(operations: readonly Operation[]): Map<number, "waits" | "stopped"> {
  const numbers = numbersGiven(operations);
  const waiting = new Map<number, "waits" | "stopped">();
  for (const operation of operations) {
    if (operation.kind !== "form" || operation.state === "sent" || operation.withdrawn) continue;
    const state = operation.state === "refused" ? "stopped" : "waits";
    if (state === "waits" && !operation.late) continue;
    for (const id of [...operation.temps, ...tasksOf(operation.form)]) {
      const number = numbers.get(id) ?? id;
      if (waiting.get(number) !== "stopped") waiting.set(number, state);
    }
  }
  return waiting;
}
