// `npm run icons`, on the required Node: the icons of the installed app, from the one of the site.
// Manifests need them as PNG, because not every launcher draws SVG.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { launch } from "../web/testing/browser.ts";
import { findBrowser } from "../web/testing/find-browser.ts";

const publicFolder = path.resolve(import.meta.dirname, "../web/public");
const svg = readFileSync(path.join(publicFolder, "icon.svg"), "utf8");
/** Launchers cut what lies outside of a circle with 80 % of the width: the ground fills the square. */
const maskable = svg
  .replace(/ rx="\d+"/, "")
  .replace("<path ", '<path transform="translate(16 16) scale(0.8) translate(-16 -16)" ');

process.env.CHROMIUM = await findBrowser();
const browser = await launch();
try {
  mkdirSync(path.join(publicFolder, "icons"), { recursive: true });
  for (const size of [192, 512]) {
    for (const [prefix, drawing] of [
      ["", svg],
      ["maskable-", maskable],
    ]) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`,
      );
      const file = path.join(publicFolder, "icons", `${prefix}${size}.png`);
      await page.screenshot({ path: file, omitBackground: true });
      await page.close();
    }
  }
} finally {
  await browser.close();
  process.disconnect?.();
}
