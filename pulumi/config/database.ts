import { z } from "zod";
import { count, flag, imageWithTag, memory, name, oneOf, resources, section } from "./values";

const inCluster = {
  storageClass: name.optional().describe("the volumes' class; the cluster's default when absent"),
  keep: flag()
    .default(false)
    .describe("protect the data: `pulumi destroy` is refused, volumes outlive their pods"),
  retain: flag()
    .default(false)
    .describe("on `pulumi destroy`, leave database and namespace running, out of Pulumi's hands"),
};

/** The database. */
export const database = z.discriminatedUnion(
  "mode",
  [
    section({
      mode: z.literal("statefulset").describe("one PostgreSQL of our own chart"),
      storage: memory.default("1Gi").describe("the volume's size; it cannot change later"),
      image: imageWithTag.default("postgres:18.1-bookworm").describe("the server's image"),
      ...inCluster,
    }),
    section({
      mode: z.literal("cnpg").describe("CloudNativePG: a primary with standbys that take over"),
      instances: count(1, 9).default(2).describe("the primary and its standbys"),
      storage: memory.default("5Gi").describe("each instance's volume; it may grow later"),
      image: imageWithTag
        .default("ghcr.io/cloudnative-pg/postgresql:18.1-minimal-bookworm")
        .describe("the instances' image"),
      operator: oneOf("existing", "install")
        .default("existing")
        .describe("whether this stack installs the operator; one in a cluster is enough"),
      resources: resources({ cpu: "250m", memory: "256Mi" }, { cpu: "1", memory: "1Gi" })
        .prefault({})
        .describe("what each instance asks for and is held to"),
      ...inCluster,
    }),
    section({
      mode: z.literal("external").describe("one that is elsewhere, by the URLs below"),
    }),
  ],
  { error: "a mode (statefulset, cnpg or external) with its own keys" },
);

/** Scheduled dumps, each verified by a restore into a scratch database. */
export const backup = section({
  schedule: z
    .string({ error: "a cron schedule of five fields" })
    .regex(/^\S+( \S+){4}$/, { error: "a cron schedule of five fields" })
    .meta({ takes: "a cron schedule of five fields" })
    .default("17 2 * * *")
    .describe("when, in the cluster's time zone"),
  keep: count(1, 365).default(7).describe("how many dumps stay"),
  image: imageWithTag
    .default("postgres:18.1-bookworm")
    .describe("PostgreSQL's programs, of the server's major version or a later one"),
  storage: section({
    size: memory.default("2Gi").describe("the size of the volume of dumps"),
    className: name.optional().describe("its class; the cluster's default when absent"),
    keep: flag()
      .default(true)
      .describe("keep that volume when the app is removed and its namespace stays"),
  }).prefault({}),
});
