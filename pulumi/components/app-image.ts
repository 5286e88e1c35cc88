import * as docker from "@pulumi/docker";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { hashBuildContext } from "../build-context";
import type { StackConfig } from "../config";
import { ImageDelivery } from "./image-delivery";

interface AppImageArgs {
  config: StackConfig;
  /** The build context: the repository's root, relative to the program. */
  context: string;
}

/** The app's image: built, tagged with the hash of its build context, and delivered to the cluster. */
export class AppImage extends pulumi.ComponentResource {
  readonly repository: string;
  readonly tag: string;
  /** The full image name; resolves once the cluster can run it. */
  readonly reference: pulumi.Output<string>;

  constructor(name: string, args: AppImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("karlo:image:AppImage", name, {}, opts);
    const { image, context } = args.config;
    this.repository = repositoryOf(image);
    this.tag = image.tag ?? `src-${hashBuildContext(args.context)}`;
    const reference = `${this.repository}:${this.tag}`;

    const built = image.tag
      ? undefined
      : new docker.Image(
          "image",
          {
            imageName: reference,
            skipPush: image.delivery !== "registry",
            build: {
              context: args.context,
              dockerfile: `${args.context}/web/Dockerfile`,
              builderVersion: docker.BuilderVersion.BuilderBuildKit,
            },
          },
          { parent: this },
        );

    const command = loadCommand(image, context, reference);
    const delivered = command
      ? new ImageDelivery(
          "delivery",
          { image: built?.imageName ?? reference, command, clusterId: clusterId(this) },
          { parent: this, dependsOn: built },
        )
      : undefined;

    this.reference = pulumi.output(delivered?.image ?? built?.imageName ?? reference);
    this.registerOutputs({ reference: this.reference });
  }
}

function repositoryOf(image: StackConfig["image"]): string {
  if (image.delivery === "none") return image.name;
  return image.delivery === "registry" ? `${image.registry}/karlo` : "karlo";
}

/** The command that loads the image, if any. A Minikube profile is named as its kubeconfig context. */
function loadCommand(image: StackConfig["image"], profile: string | undefined, reference: string) {
  if (image.delivery === "minikube")
    return ["minikube", "image", "load", reference, ...(profile ? ["--profile", profile] : [])];
  if (image.delivery === "command")
    return image.command
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll("{image}", reference));
  return undefined;
}

/** Identifies a cluster by the UID of kube-system, which exists as long as the cluster does. */
function clusterId(parent: pulumi.Resource): pulumi.Output<string> {
  const system = kubernetes.core.v1.Namespace.get("cluster", "kube-system", { parent });
  return system.metadata.uid;
}
