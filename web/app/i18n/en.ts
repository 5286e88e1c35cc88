import { accounts, profile, recovery } from "./en/accounts";
import { chat } from "./en/chat";
import { brand, dates, errors, greeting, landing, nav, notices, settings } from "./en/site";
import { files, list, tasks, trash } from "./en/tasks";
import { ui } from "./en/ui";

const en = {
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

export default en;

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/** What every language must say. */
export type Dictionary = Shape<typeof en>;
