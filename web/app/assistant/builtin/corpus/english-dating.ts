import type { Example } from "./example";

/** English: new tasks with a date. */
export const englishDating: readonly Example[] = [
  {
    say: "I need to submit the tax form by 30 November",
    calls: [["create_task", { title: "submit the tax form", due_at: "2026-11-30" }]],
  },
  {
    say: "don't let me forget to water the plants every day at 8am",
    calls: [
      [
        "create_task",
        {
          title: "water the plants",
          due_at: "2026-11-22T08:00:00+05:00",
          recurrence: "FREQ=DAILY",
        },
      ],
    ],
  },
  {
    say: "put dentist appointment on my list for next tuesday at 11",
    calls: [["create_task", { title: "dentist appointment", due_at: "2026-11-24T11:00:00+05:00" }]],
  },
  {
    say: "Schedule a meeting with the team next week",
    calls: [["create_task", { title: "meeting with the team", due_at: "2026-11-23" }]],
  },
  {
    say: "I have a dentist appointment on Monday at 4pm",
    calls: [["create_task", { title: "dentist appointment", due_at: "2026-11-23T16:00:00+05:00" }]],
  },
  {
    say: "create a task called Finish the quarterly report due Friday",
    calls: [["create_task", { title: "Finish the quarterly report", due_at: "2026-11-27" }]],
  },
  {
    say: "can you add pick up the kids at 3:15pm?",
    calls: [["create_task", { title: "pick up the kids", due_at: "2026-11-21T15:15:00+05:00" }]],
  },
  {
    say: "note that rent is due on the 1st",
    calls: [["create_task", { title: "rent", due_at: "2026-12-01" }]],
  },
  {
    say: "pay the phone bill in 2 hours",
    calls: [["create_task", { title: "pay the phone bill", due_at: "2026-11-21T11:00:00+05:00" }]],
  },
  {
    say: "book flights to Dubai for 15 december",
    calls: [["create_task", { title: "book flights to Dubai", due_at: "2026-12-15" }]],
  },
  {
    say: "remind me in 20 minutes to check the oven",
    calls: [["create_task", { title: "check the oven", due_at: "2026-11-21T09:20:00+05:00" }]],
  },
  {
    say: "remind me about the standup every weekday at 9:30",
    calls: [
      [
        "create_task",
        {
          title: "the standup",
          due_at: "2026-11-23T09:30:00+05:00",
          recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        },
      ],
    ],
  },
  {
    say: "set a reminder to take medicine every night",
    calls: [
      [
        "create_task",
        { title: "take medicine", due_at: "2026-11-21T20:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "tomorrow I have to visit grandma",
    calls: [["create_task", { title: "visit grandma", due_at: "2026-11-22" }]],
  },
  {
    say: "buy groceries tonight",
    calls: [["create_task", { title: "buy groceries", due_at: "2026-11-21T20:00:00+05:00" }]],
  },
  {
    say: "finish the report by Friday",
    calls: [["create_task", { title: "finish the report", due_at: "2026-11-27" }]],
  },
  {
    say: "check the oven in 10 minutes",
    calls: [["create_task", { title: "check the oven", due_at: "2026-11-21T09:10:00+05:00" }]],
  },
  {
    say: "remind me tomorrow at 9 to send the invoice to Sara",
    calls: [
      ["create_task", { title: "send the invoice to Sara", due_at: "2026-11-22T09:00:00+05:00" }],
    ],
  },
  {
    say: "At 6pm remind me to leave for the airport",
    calls: [
      ["create_task", { title: "leave for the airport", due_at: "2026-11-21T18:00:00+05:00" }],
    ],
  },
  {
    say: "add buy milk tomorrow and call dentist on monday at 10am",
    calls: [
      ["create_task", { title: "buy milk", due_at: "2026-11-22" }],
      ["create_task", { title: "call dentist", due_at: "2026-11-23T10:00:00+05:00" }],
    ],
  },
  {
    say: "add high priority task to renew license by dec 5",
    calls: [["create_task", { title: "renew license", priority: "high", due_at: "2026-12-05" }]],
  },
  {
    say: "add buy gift for Sara's birthday on the 25th",
    calls: [["create_task", { title: "buy gift for Sara's birthday", due_at: "2026-11-25" }]],
  },
  {
    say: "add dentist at noon on wednesday",
    calls: [["create_task", { title: "dentist", due_at: "2026-11-25T12:00:00+05:00" }]],
  },
  {
    say: "schedule gym every monday, wednesday and friday at 6pm",
    calls: [
      [
        "create_task",
        {
          title: "gym",
          due_at: "2026-11-23T18:00:00+05:00",
          recurrence: "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        },
      ],
    ],
  },
  {
    say: "add yoga every other day",
    calls: [
      ["create_task", { title: "yoga", due_at: "2026-11-21", recurrence: "FREQ=DAILY;INTERVAL=2" }],
    ],
  },
  {
    say: "water plants every 3 days",
    calls: [
      [
        "create_task",
        { title: "water plants", due_at: "2026-11-21", recurrence: "FREQ=DAILY;INTERVAL=3" },
      ],
    ],
  },
  {
    say: "team sync every tuesday at 10:30",
    calls: [
      [
        "create_task",
        {
          title: "team sync",
          due_at: "2026-11-24T10:30:00+05:00",
          recurrence: "FREQ=WEEKLY;BYDAY=TU",
        },
      ],
    ],
  },
  {
    say: "update my resume by friday",
    calls: [["create_task", { title: "update my resume", due_at: "2026-11-27" }]],
  },
  {
    say: "wake me up at 6am tomorrow",
    calls: [["create_task", { title: "wake me up", due_at: "2026-11-22T06:00:00+05:00" }]],
  },
  {
    say: "add buy milk tomorrow at 5pm",
    calls: [["create_task", { title: "buy milk", due_at: "2026-11-22T17:00:00+05:00" }]],
  },
  {
    say: "Could you remind me to pay rent on the first of every month?",
    calls: [
      [
        "create_task",
        { title: "pay rent", due_at: "2026-12-01", recurrence: "FREQ=MONTHLY;BYMONTHDAY=1" },
      ],
    ],
  },
  {
    say: 'I want to add "finish chapter 3" due next Sunday',
    calls: [["create_task", { title: "finish chapter 3", due_at: "2026-11-29" }]],
  },
  {
    say: "pls create task: review PR #42 by tmrw",
    calls: [["create_task", { title: "review PR #42", due_at: "2026-11-22" }]],
  },
  {
    say: "add lunch with Sara at 1pm on Thursday in category personal",
    calls: [
      [
        "create_task",
        { title: "lunch with Sara", category: "personal", due_at: "2026-11-26T13:00:00+05:00" },
      ],
    ],
  },
  {
    say: "I should really clean the garage this weekend",
    calls: [["create_task", { title: "clean the garage", due_at: "2026-11-21" }]],
  },
  {
    say: "Add task: Prepare slides. Priority high. Due Monday.",
    calls: [["create_task", { title: "Prepare slides", priority: "high", due_at: "2026-11-23" }]],
  },
  {
    say: 'create a high-priority task called "Submit taxes" due April 15',
    calls: [["create_task", { title: "Submit taxes", priority: "high", due_at: "2027-04-15" }]],
  },
  {
    say: "task to water plants tomorrow morning",
    calls: [["create_task", { title: "water plants", due_at: "2026-11-22T09:00:00+05:00" }]],
  },
  {
    say: "need to pick up dry cleaning after work tomorrow",
    calls: [["create_task", { title: "pick up dry cleaning after work", due_at: "2026-11-22" }]],
  },
  {
    say: "gotta finish homework tonight at 8",
    calls: [["create_task", { title: "finish homework", due_at: "2026-11-21T20:00:00+05:00" }]],
  },
  {
    say: "add call with client @ 4",
    calls: [["create_task", { title: "call with client", due_at: "2026-11-21T16:00:00+05:00" }]],
  },
  {
    say: "Meeting with Bob tomorrow 10am",
    calls: [["create_task", { title: "Meeting with Bob", due_at: "2026-11-22T10:00:00+05:00" }]],
  },
  {
    say: "dentist tuesday 3pm",
    calls: [["create_task", { title: "dentist", due_at: "2026-11-24T15:00:00+05:00" }]],
  },
  {
    say: "Lunch with mom on 5/12",
    calls: [["create_task", { title: "Lunch with mom", due_at: "2026-12-05" }]],
  },
  {
    say: "submit report day after tomorrow",
    calls: [["create_task", { title: "submit report", due_at: "2026-11-23" }]],
  },
  {
    say: "call grandma in an hour",
    calls: [["create_task", { title: "call grandma", due_at: "2026-11-21T10:00:00+05:00" }]],
  },
  {
    say: "add walk the dog daily at 7am",
    calls: [
      [
        "create_task",
        { title: "walk the dog", due_at: "2026-11-22T07:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "pay bills every 2 weeks",
    calls: [
      [
        "create_task",
        { title: "pay bills", due_at: "2026-11-21", recurrence: "FREQ=WEEKLY;INTERVAL=2" },
      ],
    ],
  },
  {
    say: "add wash car on saturday",
    calls: [["create_task", { title: "wash car", due_at: "2026-11-28" }]],
  },
];
