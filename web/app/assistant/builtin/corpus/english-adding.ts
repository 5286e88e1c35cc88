import type { Example } from "./example";

/** English: new tasks without a date. */
export const englishAdding: readonly Example[] = [
  {
    say: "new task: finish slides, high priority",
    calls: [["create_task", { title: "finish slides", priority: "high" }]],
  },
  {
    say: 'please add "call at 5pm with Bob" to my list',
    calls: [["create_task", { title: "call at 5pm with Bob" }]],
  },
  { say: "buy eggs", calls: [["create_task", { title: "buy eggs" }]] },
  { say: "todo: renew passport", calls: [["create_task", { title: "renew passport" }]] },
  {
    say: "add urgent task: fix the server",
    calls: [["create_task", { title: "fix the server", priority: "high" }]],
  },
  {
    say: "add groceries to my shopping list",
    calls: [["create_task", { title: "groceries", category: "shopping" }]],
  },
  {
    say: "add read chapter 5 #study",
    calls: [["create_task", { title: "read chapter 5", category: "study" }]],
  },
  { say: "find a plumber", calls: [["create_task", { title: "find a plumber" }]] },
  {
    say: "add milk, eggs and bread",
    calls: [
      ["create_task", { title: "milk" }],
      ["create_task", { title: "eggs" }],
      ["create_task", { title: "bread" }],
    ],
  },
  {
    say: "add buy milk, eggs and bread",
    calls: [["create_task", { title: "buy milk, eggs and bread" }]],
  },
  {
    say: "add tasks: milk, eggs and bread",
    calls: [
      ["create_task", { title: "milk" }],
      ["create_task", { title: "eggs" }],
      ["create_task", { title: "bread" }],
    ],
  },
  {
    say: "add these: call Ali; email Sara; book hotel",
    calls: [
      ["create_task", { title: "call Ali" }],
      ["create_task", { title: "email Sara" }],
      ["create_task", { title: "book hotel" }],
    ],
  },
  {
    say: "add call plumber asap",
    calls: [["create_task", { title: "call plumber", priority: "high" }]],
  },
  {
    say: "important: call the bank",
    calls: [["create_task", { title: "call the bank", priority: "high" }]],
  },
  {
    say: "Let's add a new one - order printer ink",
    calls: [["create_task", { title: "order printer ink" }]],
  },
  { say: "put milk on the list", calls: [["create_task", { title: "milk" }]] },
  { say: "New todo - send invoice", calls: [["create_task", { title: "send invoice" }]] },
  { say: "add do laundry", calls: [["create_task", { title: "do laundry" }]] },
  {
    say: "add a task to delete old photos",
    calls: [["create_task", { title: "delete old photos" }]],
  },
  {
    say: "add remind Ali about the party",
    calls: [["create_task", { title: "remind Ali about the party" }]],
  },
  { say: 'add "delete everything"', calls: [["create_task", { title: "delete everything" }]] },
  {
    say: "make a dentist appointment",
    calls: [["create_task", { title: "make a dentist appointment" }]],
  },
  { say: "hi, add buy milk", calls: [["create_task", { title: "buy milk" }]] },
];
