import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "#testing/pages";
import { startTestApp } from "#testing/test-app";

let plain: Awaited<ReturnType<typeof startTestApp>>;
let secure: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  plain = await startTestApp();
  secure = await startTestApp({ PUBLIC_URL: "https://karlo.example" });
});

afterAll(async () => {
  await plain?.close();
  await secure?.close();
});

const paths = [...new Set(pages.map(({ path }) => path))];

// The browser tests check that the policy permits every page: violations are console errors.
describe("the headers of a page", () => {
  it.each(paths)("are strict at %s", async (path) => {
    const response = await fetch(plain.url + path, { redirect: "manual" });
    const { headers } = response;
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
    const page = await response.text();
    // Inline elements carry the nonce of this response.
    for (const [tag] of page.matchAll(/<(script|style)\b(?![^>]*\bsrc=)[^>]*>/g)) {
      expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(page).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  });

  it("include HSTS when PUBLIC_URL is https", async () => {
    for (const path of paths) {
      const { headers } = await fetch(secure.address + path, { redirect: "manual" });
      expect(headers.get("strict-transport-security"), path).toMatch(/^max-age=\d{7,}/);
    }
  });
});
