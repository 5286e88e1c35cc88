import type { Example } from "./example";

/** English: tasks that are completed or reopened. */
export const englishCompleting: readonly Example[] = [
  {
    say: "I finished calling Ali",
    calls: [
      ["list_tasks", { status: "all", search: "calling Ali" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  { say: "I did task 3", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "mark tasks 1 and 2 as complete",
    calls: [
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "done with buy milk",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "tick off the milk one",
    calls: [
      ["list_tasks", { status: "all", search: "milk" }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  { say: "task 3 is not done", calls: [["toggle_complete", { id: 3, completed: false }]] },
  {
    say: "mark old report as not done",
    calls: [
      ["list_tasks", { status: "all", search: "old report" }],
      ["toggle_complete", { id: 4, completed: false }],
    ],
  },
  {
    say: "uncheck old report",
    calls: [
      ["list_tasks", { status: "all", search: "old report" }],
      ["toggle_complete", { id: 4, completed: false }],
    ],
  },
  {
    say: "the bill is paid",
    calls: [
      ["list_tasks", { status: "all", search: "bill" }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
  {
    say: "complete the first one",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "add task buy bread and mark task 3 as done",
    calls: [
      ["create_task", { title: "buy bread" }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
  {
    say: "I bought milk",
    calls: [
      ["list_tasks", { status: "all", search: "milk" }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "I already called Ali",
    calls: [
      ["list_tasks", { status: "all", search: "Ali" }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "mark buy milk as done",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "reopen old report",
    calls: [
      ["list_tasks", { status: "all", search: "old report" }],
      ["toggle_complete", { id: 4, completed: false }],
    ],
  },
  { say: "i'm done with task 1", calls: [["toggle_complete", { id: 1, completed: true }]] },
  { say: "Task 1 completed", calls: [["toggle_complete", { id: 1, completed: true }]] },
  { say: "finished task 2", calls: [["toggle_complete", { id: 2, completed: true }]] },
  { say: "set task 3 as complete", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "i've finished the gym",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["toggle_complete", { id: 7, completed: true }],
    ],
  },
  {
    say: "gym done",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["toggle_complete", { id: 7, completed: true }],
    ],
  },
  { say: "reopen task 4", calls: [["toggle_complete", { id: 4, completed: false }]] },
  { say: "undo completion of task 4", calls: [["toggle_complete", { id: 4, completed: false }]] },
  { say: "mark task 4 incomplete", calls: [["toggle_complete", { id: 4, completed: false }]] },
  { say: "task 4 isn't done yet", calls: [["toggle_complete", { id: 4, completed: false }]] },
  {
    say: "complete gym and buy milk",
    calls: [
      ["list_tasks", { status: "all", search: "gym and buy milk" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 7, completed: true }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  { say: "mark #3 done", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "complete tasks 1, 2 and 3",
    calls: [
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
];
