import { accounts, profile, recovery, secondStep } from "./en/accounts";
import type { apps } from "./en/apps";
import { chat } from "./en/chat";
import type { chatBox } from "./en/chat-box";
import { connection } from "./en/connection";
import type { files, trash } from "./en/files";
import type { lists } from "./en/lists";
import type { reading } from "./en/reading";
import type { security } from "./en/security";
import { brand, dates, errors, greeting, landing, nav, notices, settings } from "./en/site";
import { list, tasks } from "./en/tasks";
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
  connection,
  errors,
  profile,
  recovery,
  secondStep,
  list,
  ui,
};

export default en;

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/** The keys every dictionary must have. */
export type Dictionary = Shape<typeof en>;

/** Texts of single pages, added where they are shown: see `addTexts`. */
export type PageTexts = Shape<{
  apps: typeof apps;
  chatBox: typeof chatBox;
  reading: typeof reading;
  security: typeof security;
  files: typeof files;
  lists: typeof lists;
  trash: typeof trash;
}>;
