import * as pulumi from "@pulumi/pulumi";

interface ImageDeliveryArgs {
  /** The image, as Docker on this machine names it. */
  image: pulumi.Input<string>;
  /** Program and arguments that put the image into the cluster. */
  command: pulumi.Input<string[]>;
  /** Tells one cluster from another: a new cluster gets the image again. */
  clusterId: pulumi.Input<string>;
}

interface Delivery {
  image: string;
  command: string[];
  clusterId: string;
}

/* Pulumi stores this provider as text and runs it elsewhere: it captures nothing from this file. */
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

/** Runs a loader without a shell; its last lines are the error when it fails. */
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

/** An image put into a cluster that has no registry; done again when either is a new one. */
export class ImageDelivery extends pulumi.dynamic.Resource {
  declare readonly image: pulumi.Output<string>;

  constructor(name: string, args: ImageDeliveryArgs, opts?: pulumi.CustomResourceOptions) {
    super(provider, name, { ...args }, opts, "karlo", "ImageDelivery");
  }
}
