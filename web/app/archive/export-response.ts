import type { AccountFile } from "./account-file";

/** An export as a file to keep. */
export function exportResponse(file: AccountFile): Response {
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="karlo-${file.exported_at.slice(0, 10)}.json"`,
      "cache-control": "no-store",
    },
  });
}
