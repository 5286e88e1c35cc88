import { gunzipSync } from "node:zlib";
import type { Kubectl, KubeObject } from "./kubectl.ts";
import { Refusal } from "./refusal.ts";

interface HelmSecret extends KubeObject {
  data: { release: string };
}

interface Revision {
  version: number;
  info: { status: string };
  config?: { image?: { repository: string; tag: string } };
}

/**
 * The tag of the image that served before the one that serves now: of the last revision of the release
 * that succeeded with another one. Helm keeps its revisions, failed ones too, in Secrets of the
 * namespace; a revision holds the values and no secret.
 *
 * @throws Refusal when there was none
 */
export async function earlierImage(kubectl: Kubectl, app: string): Promise<string> {
  const secrets = await kubectl.list<HelmSecret>("secrets", "-l", `owner=helm,name=${app}`);
  const revisions = secrets
    .map(({ data }) => revisionOf(data.release))
    .sort((a, b) => b.version - a.version);
  const now = revisions.find(({ info }) => info.status === "deployed")?.config?.image;
  const before = revisions.find(
    ({ info, config }) =>
      info.status === "superseded" && config?.image && config.image.tag !== now?.tag,
  );
  if (now && before?.config?.image) return before.config.image.tag;
  throw new Refusal(
    "No other image served before the one that serves now: there is nothing to go back to.",
  );
}

/** Kubernetes encodes once, Helm once more. */
function revisionOf(release: string): Revision {
  const gzip = Buffer.from(Buffer.from(release, "base64").toString("latin1"), "base64");
  return JSON.parse(gunzipSync(gzip).toString("utf8"));
}
