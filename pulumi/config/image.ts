import { z } from "zod";
import { section, text } from "./values";

const repository = text(/^[a-z0-9][-a-z0-9._:/]*[a-z0-9]$/, "an image's name without its tag");
const tag = text(/^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "an image's tag, not latest");

const built = {
  tag: tag.optional().describe("an image built before, used in place of a new one: a rollback"),
};

/** How the image reaches the cluster. */
export const image = z.discriminatedUnion(
  "delivery",
  [
    section({
      delivery: z.literal("minikube").describe("loads it into the profile named as the context"),
      ...built,
    }),
    section({
      delivery: z.literal("registry").describe("pushes it, with the credentials of docker login"),
      ...built,
      registry: repository.describe("the registry and project to push to"),
    }),
    section({
      delivery: z.literal("command").describe("runs a loader of yours"),
      ...built,
      command: text(/(^|\s)\S*\{image\}/, "a command that holds {image}").describe(
        "what puts {image} into the cluster; split at spaces and run without a shell",
      ),
    }),
    section({
      delivery: z.literal("none").describe("builds nothing"),
      name: repository.describe("an image that the cluster can get by itself"),
      tag: tag.describe("that image's tag"),
    }),
  ],
  { error: "a delivery (minikube, registry, command or none) with its own keys" },
);
