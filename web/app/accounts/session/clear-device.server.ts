/**
 * Makes the browser delete what it keeps of this site beside cookies: pages, data, drafts, the service
 * worker and with it the push subscription. It works without JavaScript; browsers that do not know the
 * header are cleared by the page.
 * Source: https://w3c.github.io/webappsec-clear-site-data/
 */
export function clearDevice(headers: Headers): void {
  headers.set("Clear-Site-Data", '"storage"');
}
