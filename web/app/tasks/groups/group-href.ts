import type { GroupKind } from "./group";

/** The address of the page of a list or a label. */
export const groupHref = (kind: GroupKind, name: string): string =>
  `/${kind}s/${encodeURIComponent(name)}`;
