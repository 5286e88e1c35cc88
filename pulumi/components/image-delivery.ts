import * as pulumi from "@pulumi/pulumi";

interface ImageDeliveryArgs {
  /** Image name in the local Docker. */
  image: pulumi.Input<string>;
  /** Program and arguments that put the image into the cluster. */
  command: pulumi.Input<string[]>;
  /** Identifies the cluster: a recreated cluster gets the image again. */
  clusterId: pulumi.Input<string>;
}

interface Delivery {
  image: string;
  command: string[];
  clusterId: string;
}

/* Pulumi serialises this provider and runs it in another process: it must not capture module state. */
const provider: pulumi.dynamic.ResourceProvider<Delivery, Delivery> = {
  async create(inputs) {
    await deliver(inputs.command);
    return { id: "delivery", outs: inputs };
  },
  async diff(_id, was, now) {
    return { changes: was.image !== now.image || was.clusterId !== now.clusterId };
  },
  async update(_id, _was, now) {
    await deliver(now.command);
    return { outs: now };
  },
};

/**
 * Runs a load command without a shell.
 *
 * @throws Error with the last lines of its output when it fails
 */
export function deliver(command: string[]): Promise<void> {
  const { execFile } = require("node:child_process") as typeof import("node:child_process");
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) =>
    execFile(program, args, { timeout: 600_000 }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const lines = `${stdout}\n${stderr}`.trim().split("\n").slice(-5).join("\n");
      reject(new Error(`${command.join(" ")} failed: ${lines || error.message}`));
    }),
  );
}

/** Loads an image into a cluster without a registry; repeated for a new image or a new cluster. */
export class ImageDelivery extends pulumi.dynamic.Resource {
  declare readonly image: pulumi.Output<string>;

  constructor(name: string, args: ImageDeliveryArgs, opts?: pulumi.CustomResourceOptions) {
    super(provider, name, { ...args }, opts, "karlo", "ImageDelivery");
  }
}
