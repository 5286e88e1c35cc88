import type { Dictionary } from "./en";
import { accounts, profile, recovery, secondStep } from "./ur/accounts";
import { chat } from "./ur/chat";
import { connection } from "./ur/connection";
import { brand, dates, errors, greeting, landing, nav, notices, settings } from "./ur/site";
import { list, tasks } from "./ur/tasks";
import { ui } from "./ur/ui";

const ur: Dictionary = {
  brand,
  nav,
  settings,
  landing,
  accounts,
  greeting,
  tasks,
  dates,
  notices,
  chat,
  connection,
  errors,
  profile,
  recovery,
  secondStep,
  list,
  ui,
};

export default ur;
