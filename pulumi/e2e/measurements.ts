import { expect } from "vitest";
import type { LoadReport } from "./load";

/** Measurements of a test run, printed at its end. */
export class Measurements {
  private readonly lines: string[] = [];

  note(what: string, value: string): void {
    this.lines.push(`  ${what.padEnd(40)}${value}`);
    console.log(this.lines.at(-1));
  }

  async timed<T>(what: string, job: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await job();
    this.note(what, `${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  }

  load(what: string, report: LoadReport): void {
    const { requests, failures, faults, answers, events, reconnections, restarts, p50, p99 } =
      report;
    this.note(
      what,
      `${requests} requests, ${failures.length} failed, p50 ${p50} ms, p99 ${p99} ms; ` +
        `${answers} answers, ${events} events, ${reconnections} reconnections, ${restarts} restarts`,
    );
    expect(faults).toEqual([]);
    expect(answers).toBeGreaterThan(0);
  }

  print(title: string): void {
    console.log(`\n${title}\n${this.lines.join("\n")}\n`);
  }
}
