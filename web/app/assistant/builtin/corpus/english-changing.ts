import type { Example } from "./example";

/** English: tasks that are changed or deleted. */
export const englishChanging: readonly Example[] = [
  {
    say: "remove the milk task",
    calls: [
      ["list_tasks", { status: "all", search: "milk" }],
      ["delete_task", { id: 1 }],
    ],
  },
  { say: "get rid of task 2", calls: [["delete_task", { id: 2 }]] },
  {
    say: "delete all completed tasks",
    calls: [
      ["list_tasks", { status: "completed" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: "postpone buy milk to next monday",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["update_task", { id: 1, due_at: "2026-11-23T17:00:00+05:00" }],
    ],
  },
  {
    say: "reschedule task 2 to tomorrow at 6pm",
    calls: [["update_task", { id: 2, due_at: "2026-11-22T18:00:00+05:00" }]],
  },
  {
    say: "change priority of call ali to high",
    calls: [
      ["list_tasks", { status: "all", search: "call ali" }],
      ["update_task", { id: 2, priority: "high" }],
    ],
  },
  {
    say: "set the due date of task 3 to 5 december",
    calls: [
      ["get_task", { id: 3 }],
      ["update_task", { id: 3, due_at: "2026-12-05" }],
    ],
  },
  {
    say: "change buy milk to buy almond milk",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["update_task", { id: 1, title: "buy almond milk" }],
    ],
  },
  {
    say: "remove the due date from buy milk",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["update_task", { id: 1, due_at: null }],
    ],
  },
  {
    say: "move call ali to tomorrow",
    calls: [
      ["list_tasks", { status: "all", search: "call ali" }],
      ["update_task", { id: 2, due_at: "2026-11-22" }],
    ],
  },
  { say: "set task 3 priority to low", calls: [["update_task", { id: 3, priority: "low" }]] },
  {
    say: "push task 1 by 2 days",
    calls: [
      ["get_task", { id: 1 }],
      ["update_task", { id: 1, due_at: "2026-11-24T17:00:00+05:00" }],
    ],
  },
  {
    say: "delete the last task",
    calls: [
      ["list_tasks", {}],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "add buy milk and delete task 2",
    calls: [
      ["create_task", { title: "buy milk" }],
      ["delete_task", { id: 2 }],
    ],
  },
  {
    say: "delete the one about milk",
    calls: [
      ["list_tasks", { status: "all", search: "milk" }],
      ["delete_task", { id: 1 }],
    ],
  },
  { say: "please remove task number 3 from my list", calls: [["delete_task", { id: 3 }]] },
  {
    say: "clear completed tasks",
    calls: [
      ["list_tasks", { status: "completed" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: "change the title of task 2 to call Ahmed",
    calls: [["update_task", { id: 2, title: "call Ahmed" }]],
  },
  {
    say: "delete buy mlik",
    calls: [
      ["list_tasks", { status: "all", search: "buy mlik" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["delete_task", { id: 1 }],
    ],
  },
  { say: "make task 2 high priority", calls: [["update_task", { id: 2, priority: "high" }]] },
  {
    say: "delete buy milk",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["delete_task", { id: 1 }],
    ],
  },
  {
    say: "add buy bread; delete task 2",
    calls: [
      ["create_task", { title: "buy bread" }],
      ["delete_task", { id: 2 }],
    ],
  },
  {
    say: "remove gym from my list",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "trash the old report",
    calls: [
      ["list_tasks", { status: "all", search: "old report" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: "delete tasks 1 and 3",
    calls: [
      ["delete_task", { id: 1 }],
      ["delete_task", { id: 3 }],
    ],
  },
  {
    say: "delete the second task",
    calls: [
      ["list_tasks", {}],
      ["delete_task", { id: 2 }],
    ],
  },
  {
    say: "delete gym and call Ali",
    calls: [
      ["list_tasks", { status: "all", search: "gym and call Ali" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["delete_task", { id: 7 }],
      ["delete_task", { id: 2 }],
    ],
  },
  {
    say: "i don't need the gym task anymore",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "delete overdue tasks",
    calls: [
      ["list_tasks", { overdue: true }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "remove everything that's done",
    calls: [
      ["list_tasks", { status: "completed" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: 'change task 2 to "call Ahmed"',
    calls: [["update_task", { id: 2, title: "call Ahmed" }]],
  },
  {
    say: "rename task 1 to buy almond milk",
    calls: [["update_task", { id: 1, title: "buy almond milk" }]],
  },
  {
    say: "reschedule gym to monday 7am",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-23T07:00:00+05:00" }],
    ],
  },
  {
    say: "move gym to next week",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-23" }],
    ],
  },
  {
    say: "set gym priority to low",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, priority: "low" }],
    ],
  },
  {
    say: "make gym urgent",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, priority: "high" }],
    ],
  },
  {
    say: "change due date of gym to tomorrow",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "gym should be high priority",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, priority: "high" }],
    ],
  },
  {
    say: "set task 2 for friday at 3pm",
    calls: [["update_task", { id: 2, due_at: "2026-11-27T15:00:00+05:00" }]],
  },
  {
    say: "postpone task 2 until monday",
    calls: [
      ["get_task", { id: 2 }],
      ["update_task", { id: 2, due_at: "2026-11-23" }],
    ],
  },
  {
    say: "snooze gym to tomorrow",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "put task 1 in category shopping",
    calls: [["update_task", { id: 1, category: "shopping" }]],
  },
  {
    say: "change category of task 2 to family",
    calls: [["update_task", { id: 2, category: "family" }]],
  },
  {
    say: "task 2 is due friday",
    calls: [
      ["get_task", { id: 2 }],
      ["update_task", { id: 2, due_at: "2026-11-27" }],
    ],
  },
  { say: "task 2 is urgent", calls: [["update_task", { id: 2, priority: "high" }]] },
  {
    say: "make gym repeat every monday",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-23", recurrence: "FREQ=WEEKLY;BYDAY=MO" }],
    ],
  },
  { say: "delete #2", calls: [["delete_task", { id: 2 }]] },
];
