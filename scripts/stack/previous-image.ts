import { gunzipSync } from "node:zlib";
import { Refusal } from "./command-errors.ts";
import type { Kubectl, KubeObject } from "./kubectl.ts";

interface HelmSecret extends KubeObject {
  data: { release: string };
}

interface Revision {
  version: number;
  info: { status: string };
  config?: { image?: { repository: string; tag: string } };
}

/**
 * Finds the tag of the image that was deployed before the current one: the last successful revision of
 * the release with another tag. Helm stores its revisions in Secrets of the namespace, with the values
 * of the chart, which hold no secret.
 *
 * @throws Refusal when there is none
 */
export async function findPreviousImage(kubectl: Kubectl, app: string): Promise<string> {
  const secrets = await kubectl.list<HelmSecret>("secrets", "-l", `owner=helm,name=${app}`);
  const revisions = secrets
    .map(({ data }) => decodeRevision(data.release))
    .sort((a, b) => b.version - a.version);
  const current = revisions.find(({ info }) => info.status === "deployed")?.config?.image;
  const previous = revisions.find(
    ({ info, config }) =>
      info.status === "superseded" && config?.image && config.image.tag !== current?.tag,
  );
  if (current && previous?.config?.image) return previous.config.image.tag;
  throw new Refusal(
    "No other image served before the one that serves now: there is nothing to go back to.",
  );
}

/** Decodes a revision: base64 by Kubernetes, and base64 and gzip by Helm. */
function decodeRevision(release: string): Revision {
  const gzip = Buffer.from(Buffer.from(release, "base64").toString("latin1"), "base64");
  return JSON.parse(gunzipSync(gzip).toString("utf8"));
}
