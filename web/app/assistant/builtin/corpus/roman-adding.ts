import type { Example } from "./example";

/** Roman Urdu, in its free spelling: new tasks. */
export const romanAdding: readonly Example[] = [
  {
    say: "mujhe kal doodh lena hai",
    calls: [["create_task", { title: "doodh lena", due_at: "2026-11-22" }]],
  },
  {
    say: "kal shaam 5 baje meeting add kardo",
    calls: [["create_task", { title: "meeting", due_at: "2026-11-22T17:00:00+05:00" }]],
  },
  {
    say: "mjhe yaad dilana parson bijli ka bill jama karwana",
    calls: [["create_task", { title: "bijli ka bill jama karwana", due_at: "2026-11-23" }]],
  },
  {
    say: "yaad dila dena ke ammi ko call karni hai raat 9 baje",
    calls: [["create_task", { title: "ammi ko call karni", due_at: "2026-11-21T21:00:00+05:00" }]],
  },
  { say: "naya kaam: report likhna", calls: [["create_task", { title: "report likhna" }]] },
  { say: "ek kaam likho: gari ki service", calls: [["create_task", { title: "gari ki service" }]] },
  { say: "doodh lane ka kaam shamil karo", calls: [["create_task", { title: "doodh lana" }]] },
  {
    say: "sabzi khareedni hai aaj shaam ko",
    calls: [["create_task", { title: "sabzi khareedni", due_at: "2026-11-21T18:00:00+05:00" }]],
  },
  {
    say: "jumay ko subah 10 baje doctor ke paas jana hai",
    calls: [["create_task", { title: "doctor ke paas jana", due_at: "2026-11-27T10:00:00+05:00" }]],
  },
  {
    say: "agle hafte project submit karna hai",
    calls: [["create_task", { title: "project submit karna", due_at: "2026-11-23" }]],
  },
  {
    say: "teen din baad library ki kitaab wapas karni hai",
    calls: [["create_task", { title: "library ki kitaab wapas karni", due_at: "2026-11-24" }]],
  },
  {
    say: "har roz subah 7 baje walk karna add karo",
    calls: [
      [
        "create_task",
        { title: "walk karna", due_at: "2026-11-22T07:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "har jumay ko masjid jana yaad dilao",
    calls: [
      [
        "create_task",
        { title: "masjid jana", due_at: "2026-11-27", recurrence: "FREQ=WEEKLY;BYDAY=FR" },
      ],
    ],
  },
  {
    say: "har mahine ki 1 tareekh ko kiraya dena hai",
    calls: [
      [
        "create_task",
        { title: "kiraya dena", due_at: "2026-12-01", recurrence: "FREQ=MONTHLY;BYMONTHDAY=1" },
      ],
    ],
  },
  {
    say: "zaroori kaam: passport renew karwana",
    calls: [["create_task", { title: "passport renew karwana", priority: "high" }]],
  },
  {
    say: "ali ko phone karna high priority add karo",
    calls: [["create_task", { title: "ali ko phone karna", priority: "high" }]],
  },
  { say: "doodh aur anday lane hain", calls: [["create_task", { title: "doodh aur anday lana" }]] },
  {
    say: "doodh lana aur ali ko phone karna add karo",
    calls: [
      ["create_task", { title: "doodh lana" }],
      ["create_task", { title: "ali ko phone karna" }],
    ],
  },
  {
    say: "add karo doodh lana kal subah",
    calls: [["create_task", { title: "doodh lana", due_at: "2026-11-22T09:00:00+05:00" }]],
  },
  {
    say: "kya aap kal 3 baje dentist add kar sakte hain",
    calls: [["create_task", { title: "dentist", due_at: "2026-11-22T15:00:00+05:00" }]],
  },
  {
    say: "15 december ko shadi mein jana hai",
    calls: [["create_task", { title: "shadi mein jana", due_at: "2026-12-15" }]],
  },
  {
    say: "sawa 5 baje chai banana hai",
    calls: [["create_task", { title: "chai banana", due_at: "2026-11-21T17:15:00+05:00" }]],
  },
  {
    say: "mjhe kl sbha 8 bje uthna h",
    calls: [["create_task", { title: "uthna", due_at: "2026-11-22T08:00:00+05:00" }]],
  },
  {
    say: "yr mujhe parso dentist k pas jana hai yaad krwa dena",
    calls: [["create_task", { title: "dentist k pas jana", due_at: "2026-11-23" }]],
  },
  {
    say: "kal ka kaam add karo: bijli ka bill",
    calls: [["create_task", { title: "bijli ka bill", due_at: "2026-11-22" }]],
  },
  { say: "bhai doodh laana likh lo", calls: [["create_task", { title: "doodh laana" }]] },
  {
    say: "car wash add krdo itwar ko",
    calls: [["create_task", { title: "car wash", due_at: "2026-11-22" }]],
  },
  {
    say: "mujhe mobile recharge karwana hai aaj raat tak",
    calls: [
      ["create_task", { title: "mobile recharge karwana", due_at: "2026-11-21T20:00:00+05:00" }],
    ],
  },
  {
    say: "is jumay ko namaz ke baad Ahmed se milna hai",
    calls: [["create_task", { title: "namaz ke baad Ahmed se milna", due_at: "2026-11-27" }]],
  },
  {
    say: "do ghantay baad meeting hai",
    calls: [["create_task", { title: "meeting", due_at: "2026-11-21T11:00:00+05:00" }]],
  },
  {
    say: "kal dopahar 1 baje lunch with boss",
    calls: [["create_task", { title: "lunch with boss", due_at: "2026-11-22T13:00:00+05:00" }]],
  },
  {
    say: "har peer aur jumerat ko gym jana hai",
    calls: [
      [
        "create_task",
        { title: "gym jana", due_at: "2026-11-23", recurrence: "FREQ=WEEKLY;BYDAY=MO,TH" },
      ],
    ],
  },
  {
    say: "roz subah namaz parhna yaad dilana",
    calls: [
      [
        "create_task",
        { title: "namaz parhna", due_at: "2026-11-22T09:00:00+05:00", recurrence: "FREQ=DAILY" },
      ],
    ],
  },
  {
    say: "urgent hai: server theek karna",
    calls: [["create_task", { title: "server theek karna", priority: "high" }]],
  },
  { say: "ek task add karo doodh lana", calls: [["create_task", { title: "doodh lana" }]] },
  {
    say: "mera naya task hai assignment complete karna",
    calls: [["create_task", { title: "assignment complete karna" }]],
  },
];
