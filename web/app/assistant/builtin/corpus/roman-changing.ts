import type { Example } from "./example";

/** Roman Urdu, in its free spelling: tasks that are done, changed or deleted. */
export const romanChanging: readonly Example[] = [
  { say: "kaam 2 mukammal kar do", calls: [["toggle_complete", { id: 2, completed: true }]] },
  {
    say: "doosra kaam complete kardo",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "doodh le aya",
    calls: [
      ["list_tasks", { status: "all", search: "doodh" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["toggle_complete", { id: 5, completed: true }],
    ],
  },
  { say: "task 3 ho gaya", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "ali wala kaam ho gaya hai",
    calls: [
      ["list_tasks", { status: "all", search: "ali" }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  { say: "kaam 4 dobara kholo", calls: [["toggle_complete", { id: 4, completed: false }]] },
  {
    say: "old report wapas khol do",
    calls: [
      ["list_tasks", { status: "all", search: "old report" }],
      ["toggle_complete", { id: 4, completed: false }],
    ],
  },
  {
    say: "call ali delete kardo",
    calls: [
      ["list_tasks", { status: "all", search: "call ali" }],
      ["delete_task", { id: 2 }],
    ],
  },
  { say: "kaam number 2 hata do", calls: [["delete_task", { id: 2 }]] },
  {
    say: "akhri kaam mita do",
    calls: [
      ["list_tasks", {}],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "sab mukammal kaam delete kar do",
    calls: [
      ["list_tasks", { status: "completed" }],
      ["delete_task", { id: 4 }],
    ],
  },
  {
    say: "kaam 3 ki tareekh juma kar do",
    calls: [
      ["get_task", { id: 3 }],
      ["update_task", { id: 3, due_at: "2026-11-27" }],
    ],
  },
  {
    say: "buy milk ko parson par le jao",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["update_task", { id: 1, due_at: "2026-11-23T17:00:00+05:00" }],
    ],
  },
  { say: "task 2 ki priority high kar do", calls: [["update_task", { id: 2, priority: "high" }]] },
  {
    say: "call ali ka naam call Ahmed rakh do",
    calls: [
      ["list_tasks", { status: "all", search: "call ali" }],
      ["update_task", { id: 2, title: "call Ahmed" }],
    ],
  },
  { say: "delete karo kaam 5", calls: [["delete_task", { id: 5 }]] },
  {
    say: "kaam 1 aur 2 mukammal karo",
    calls: [
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "pehla aur doosra kaam mukammal karo",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  {
    say: "pehla kaam mukammal karo",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  { say: "task 3 ko delete kar do", calls: [["delete_task", { id: 3 }]] },
  {
    say: "doodh lana add karo aur kaam 3 mukammal karo",
    calls: [
      ["create_task", { title: "doodh lana" }],
      ["toggle_complete", { id: 3, completed: true }],
    ],
  },
  {
    say: "ahmed wala kaam delete karo",
    calls: [
      ["list_tasks", { status: "all", search: "ahmed" }],
      ["list_tasks", { status: "all", limit: 100 }],
      ["delete_task", { id: 6 }],
    ],
  },
  {
    say: "buy milk ho gaya",
    calls: [
      ["list_tasks", { status: "all", search: "buy milk" }],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  {
    say: "gym wala kaam mukamal krdo",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["toggle_complete", { id: 7, completed: true }],
    ],
  },
  {
    say: "gym ho gya",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["toggle_complete", { id: 7, completed: true }],
    ],
  },
  {
    say: "maine gym kar liya",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["toggle_complete", { id: 7, completed: true }],
    ],
  },
  {
    say: "maine Ali ko call kar li",
    calls: [
      ["list_tasks", { status: "all", search: "Ali" }],
      ["toggle_complete", { id: 2, completed: true }],
    ],
  },
  { say: "kaam 3 done kar do", calls: [["toggle_complete", { id: 3, completed: true }]] },
  {
    say: "pehle wala kaam khatam karo",
    calls: [
      ["list_tasks", {}],
      ["toggle_complete", { id: 1, completed: true }],
    ],
  },
  { say: "kaam no 3 delete krdo", calls: [["delete_task", { id: 3 }]] },
  {
    say: "gym ko list se nikal do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "ye kaam delete karo: gym",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "gym delete kr do please",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["delete_task", { id: 7 }],
    ],
  },
  {
    say: "gym ko kal par shift kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "gym ki date badal kar itwar kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-22" }],
    ],
  },
  {
    say: "gym ki deadline 30 november kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, due_at: "2026-11-30" }],
    ],
  },
  {
    say: "gym ko urgent kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, priority: "high" }],
    ],
  },
  {
    say: "gym ki priority kam kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, priority: "low" }],
    ],
  },
  {
    say: "gym ka naam badal kar yoga kar do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, title: "yoga" }],
    ],
  },
  {
    say: "gym ko yoga mein badal do",
    calls: [
      ["list_tasks", { status: "all", search: "gym" }],
      ["update_task", { id: 7, title: "yoga" }],
    ],
  },
  {
    say: "task 2 agle hafte kar do",
    calls: [
      ["get_task", { id: 2 }],
      ["update_task", { id: 2, due_at: "2026-11-23" }],
    ],
  },
];
