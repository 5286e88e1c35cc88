import type { Dictionary } from "./en";
import { accounts, profile, recovery } from "./ur/accounts";
import { chat } from "./ur/chat";
import { brand, dates, errors, greeting, landing, nav, notices, settings } from "./ur/site";
import { files, list, tasks, trash } from "./ur/tasks";
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
  errors,
  profile,
  recovery,
  list,
  trash,
  files,
  ui,
};

export default ur;
