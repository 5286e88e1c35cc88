import type { Db } from "#app/platform/database/database";

/** Imports that the page lists. */
const SHOWN = 5;

/** An import that can be undone. */
export interface PastImport {
  id: string;
  source: string;
  fileName: string;
  created: number;
  changed: number;
  createdAt: string;
}

/** The last imports of a person that were not undone. */
export async function listImports(db: Db, userId: string): Promise<PastImport[]> {
  const rows = await db.taskImport.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: SHOWN,
  });
  return rows.map(({ userId: _, createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
  }));
}
