import { describe, expect, it } from "vitest";
import { parseDueInput } from "#app/tasks/task/due-date";
import { dueFromInput } from "./due-input";

describe("the date and time of a form", () => {
  it("are read in the browser as on the server", () => {
    const dates = [
      "2026-11-22",
      "2026-02-29",
      "2028-02-29",
      "2026-13-01",
      "1969-12-31",
      "",
      "soon",
    ];
    const times = ["", "00:00", "09:30", "02:30", "24:00", "9:30"];
    for (const zone of ["Asia/Karachi", "Europe/Berlin", "America/St_Johns", "UTC"]) {
      for (const date of [...dates, "2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01"]) {
        for (const time of times) {
          const said = `${date} ${time} ${zone}`;
          expect(dueFromInput(date, time, zone), said).toBe(parseDueInput(date, time, zone));
        }
      }
    }
  });
});
