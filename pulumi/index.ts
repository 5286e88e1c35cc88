import * as kubernetes from "@pulumi/kubernetes";
import { AppImage } from "./components/app-image";
import { Application } from "./components/application";
import { Database } from "./components/database";
import { readConfig } from "./config";

const config = readConfig();

const cluster = new kubernetes.Provider("cluster", { context: config.context });
const inCluster = { provider: cluster };

const space = new kubernetes.core.v1.Namespace(
  "namespace",
  {
    metadata: {
      name: config.namespace,
      labels: { "pod-security.kubernetes.io/enforce": "restricted" },
    },
  },
  { ...inCluster, protect: config.database.mode === "statefulset" && config.database.keep },
);
const shared = { config, namespace: space.metadata.name };

const appImage = new AppImage("image", { config, context: ".." }, inCluster);
const database = new Database("database", shared, inCluster);
const app = new Application("app", { ...shared, image: appImage, database }, inCluster);

export const url = config.publicUrl;
export const namespace = space.metadata.name;
export const image = appImage.reference;
export const access = app.access;
