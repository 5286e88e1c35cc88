import { z } from "zod";
import { count, flag, name, oneOf, section, text } from "./values";

/** How the Service is published. */
export const service = z.discriminatedUnion(
  "type",
  [
    section({ type: z.literal("ClusterIP").describe("inside the cluster") }),
    section({
      type: z.literal("NodePort").describe("on a port of every node"),
      nodePort: count(30000, 32767)
        .optional()
        .describe("that port; the cluster's choice if absent"),
    }),
    section({ type: z.literal("LoadBalancer").describe("at an address of its own") }),
  ],
  { error: "a type (ClusterIP, NodePort or LoadBalancer) with its own keys" },
);

/** Routing of a host name to the Service. */
export const ingress = section({
  host: text(/^[a-z0-9][-a-z0-9.]*$/, "a host name").describe("the host of publicUrl"),
  className: name
    .optional()
    .describe("the IngressClass; the cluster's default when absent, `traefik` when installed"),
  install: flag().default(false).describe("install Traefik into the stack's namespace"),
  service: oneOf("LoadBalancer", "NodePort", "ClusterIP")
    .default("LoadBalancer")
    .describe("how the installed Traefik is published"),
  tls: section({
    enabled: flag().default(true).describe("whether the ingress speaks HTTPS"),
    secretName: name
      .optional()
      .describe("a TLS Secret that something else makes in the namespace, such as cert-manager"),
  })
    .prefault({})
    .describe("tlsCertificate and tlsKey, or a Secret's name, or else self-signed"),
  proxies: count(1, 10).default(1).describe("proxies in front of the app, the ingress included"),
  annotations: z
    .record(z.string(), z.string(), { error: "names with texts" })
    .meta({ takes: "names with texts" })
    .default({})
    .describe("annotations of the Ingress"),
});

/** Prometheus metrics. */
export const metrics = section({
  port: count(1024, 65535).default(9464).describe("the port of /metrics in each pod"),
  from: name
    .optional()
    .describe("the namespace whose pods may read them; none of another namespace when absent"),
});
