import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { startPostgres } from "../web/local/embedded-postgres.ts";
import { discardData } from "../web/local/postgres/data-place.ts";

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

/** A folder that everybody may enter, so that the data stays in it. */
function openFolder(name: string): string {
  const parent = mkdtempSync(path.join(tmpdir(), "karlo-path-"));
  cleanUp.push(() => rmSync(parent, { recursive: true, force: true }));
  const folder = path.join(parent, name);
  mkdirSync(folder);
  chmodSync(parent, 0o755);
  chmodSync(folder, 0o755);
  cleanUp.push(() => discardData(folder));
  return folder;
}

describe("the path of the data", () => {
  it("may have spaces, Urdu letters, apostrophes and more", async () => {
    const folder = openFolder("میرا کام, it's 100% & (1); #2");
    const postgres = await startPostgres({ folder, volatile: true });
    expect(postgres.data).toBe(path.join(folder, "postgres"));
    await postgres.stop();
  });

  it.skipIf(process.platform === "win32").each(["$HOME", "`id`", 'a "quoted" one'])(
    "is refused in one sentence where PostgreSQL does not bear it: %s",
    async (name) => {
      const begun = startPostgres({ folder: openFolder(name), volatile: true });
      await expect(begun).rejects.toThrow(/PostgreSQL cannot be in .* rename that folder/);
    },
  );
});
