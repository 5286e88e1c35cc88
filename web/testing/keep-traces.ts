import { afterEach } from "vitest";
import { cutTraces } from "./traces";

afterEach(({ task }) =>
  cutTraces(task.result?.state === "fail" ? `${task.suite?.name} ${task.name}` : undefined),
);
