import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { accessTo } from "./access";
import { AppImage } from "./components/app-image";
import { Application } from "./components/application";
import { Database } from "./components/database";
import { dataOptions } from "./components/database/data";
import { Ingress } from "./components/ingress";
import { readConfig } from "./config/read";

const config = readConfig();

const cluster = new kubernetes.Provider("cluster", { context: config.context });
const inCluster = { provider: cluster };

const namespaceResource = new kubernetes.core.v1.Namespace(
  "namespace",
  {
    metadata: {
      name: config.namespace,
      labels: {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  },
  { ...inCluster, ...dataOptions(config) },
);
const shared = { config, namespace: namespaceResource.metadata.name };

const appImage = new AppImage("image", { config, context: ".." }, inCluster);
const database = new Database("database", shared, inCluster);
const ingress = new Ingress("ingress", shared, inCluster);
const karlo = new Application("app", { ...shared, image: appImage, database, ingress }, inCluster);

export const url = config.publicUrl;
export const context = config.context;
export const namespace = namespaceResource.metadata.name;
export const image = appImage.reference;
/** Name of the app's Helm release, Deployment and Service. */
export const app = karlo.release;
export const access = pulumi
  .all([app, namespace, ingress.service])
  .apply(([app, namespace, traefik]) => accessTo(config, { app, namespace, traefik }));
