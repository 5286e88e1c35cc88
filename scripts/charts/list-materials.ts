import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A packaged chart. */
export interface ChartPackage {
  name: string;
  version: string;
  /** Of what the registry has. */
  digest: string;
  /** Path of the package. */
  file: string;
}

/**
 * The bill of materials of a chart, as CycloneDX 1.6: the package, and each image that it runs. What is in
 * Karlo's own image is the list of `npm run sbom`.
 *
 * @param manifests the chart, rendered with the values that it has by default
 */
export function listMaterials(
  { name, version, digest, file }: ChartPackage,
  manifests: string,
): string {
  const images = new Set(
    [...manifests.matchAll(/^\s*(?:- )?image: "?([^\s"]+)"?$/gm)].map(([, image = ""]) => image),
  );
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  return JSON.stringify(
    {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata: {
        component: {
          type: "application",
          "bom-ref": `pkg:helm/${name}@${version}`,
          purl: `pkg:helm/${name}@${version}?checksum=${digest}`,
          name,
          version,
          hashes: [{ alg: "SHA-256", content: sha256 }],
          licenses: [{ license: { id: "MIT" } }],
        },
      },
      components: [...images].sort().map(toComponent),
    },
    null,
    2,
  );
}

function toComponent(image: string) {
  const [repository = "", tag = ""] = image.split(/:(?=[^/]*$)/);
  const name = repository.split("/").at(-1) ?? repository;
  return {
    type: "container",
    "bom-ref": image,
    purl: `pkg:oci/${name}?repository_url=${repository}&tag=${tag}`,
    name: repository,
    version: tag,
  };
}
