import { streamText } from "#app/platform/stream-text";

/** The response that downloads an export as a JSON file, produced as it is read. */
export function exportResponse(file: AsyncGenerator<string>, now = new Date()): Response {
  return new Response(streamText(file), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="karlo-${now.toISOString().slice(0, 10)}.json"`,
      "cache-control": "no-store",
    },
  });
}
