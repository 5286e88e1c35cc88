// The manifests of one app, as text by file name. Texts are written as JSON, which is YAML: no version
// or "yes" becomes another type.

const text = JSON.stringify;

/** Files for `kubectl apply -k`. */
export function manifests(spec, namespace) {
  const files = {
    "serviceaccount.yaml": serviceAccount(spec),
    "deployment.yaml": deployment(spec),
    "service.yaml": service(spec),
    "poddisruptionbudget.yaml": disruptionBudget(spec),
    "networkpolicy.yaml": networkPolicy(spec),
    ...(spec.host && { "ingress.yaml": ingress(spec) }),
  };
  const resources = Object.keys(files).map((name) => `  - ${name}`);
  return {
    ...files,
    "kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${namespace}
labels:
  - pairs: { app.kubernetes.io/version: ${text(spec.version)} }
images:
  - { name: ${spec.name}, newName: ${text(spec.image)}, newTag: ${text(spec.version)} }
resources:
${resources.join("\n")}
`,
  };
}

const head = (kind, apiVersion, { name }) => `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  labels: { app.kubernetes.io/name: ${name} }
`;

const serviceAccount = (
  spec,
) => `${head("ServiceAccount", "v1", spec)}automountServiceAccountToken: false
`;

const deployment = (spec) => `${head("Deployment", "apps/v1", spec)}spec:
  replicas: ${spec.replicas}
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 180
  strategy:
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  selector:
    matchLabels: { app.kubernetes.io/name: ${spec.name} }
  template:
    metadata:
      labels: { app.kubernetes.io/name: ${spec.name} }
    spec:
      serviceAccountName: ${spec.name}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: ${spec.name}
          # The name that kustomization.yaml replaces by repository and version.
          image: ${spec.name}
          imagePullPolicy: IfNotPresent
          securityContext:
            runAsUser: 10001
            runAsGroup: 10001
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          terminationMessagePolicy: FallbackToLogsOnError
          ports:
            - { name: http, containerPort: ${spec.port} }
          env:
${env(spec)}${envFrom(spec)}          startupProbe:
            httpGet: { path: ${text(spec.health)}, port: http }
            periodSeconds: 2
            failureThreshold: 60
          readinessProbe:
            httpGet: { path: ${text(spec.ready)}, port: http }
            periodSeconds: 5
            timeoutSeconds: 3
          livenessProbe:
            httpGet: { path: ${text(spec.health)}, port: http }
            periodSeconds: 10
            timeoutSeconds: 3
          lifecycle:
            # The Service learns that the pod ends while it still answers.
            preStop:
              sleep: { seconds: 5 }
          resources:
            requests: { cpu: ${spec.cpu}, memory: ${spec.memory}, ephemeral-storage: 16Mi }
            limits: { cpu: "1", memory: ${spec.memory}, ephemeral-storage: 96Mi }
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
      volumes:
        - name: tmp
          emptyDir: { sizeLimit: 64Mi }
`;

const env = ({ port, environment }) =>
  Object.entries({ PORT: String(port), ...environment })
    .map(([name, value]) => `            - { name: ${name}, value: ${text(value)} }\n`)
    .join("");

const envFrom = ({ secrets }) =>
  secrets.length === 0
    ? ""
    : `          envFrom:\n${secrets.map((name) => `            - secretRef: { name: ${name} }\n`).join("")}`;

const service = (spec) => `${head("Service", "v1", spec)}spec:
  selector: { app.kubernetes.io/name: ${spec.name} }
  ports:
    - { name: http, port: 80, targetPort: http }
`;

const disruptionBudget = (spec) => `${head("PodDisruptionBudget", "policy/v1", spec)}spec:
  # Not minAvailable: with one replica, that would hold the drain of a node for ever.
  maxUnavailable: 1
  selector:
    matchLabels: { app.kubernetes.io/name: ${spec.name} }
`;

const networkPolicy = (spec) => `${head("NetworkPolicy", "networking.k8s.io/v1", spec)}spec:
  podSelector:
    matchLabels: { app.kubernetes.io/name: ${spec.name} }
  policyTypes: [Ingress, Egress]
  ingress:
    - ports:
        - { protocol: TCP, port: ${spec.port} }
  # DNS and HTTPS; add the port of a database.
  egress:
    - ports:
        - { protocol: UDP, port: 53 }
        - { protocol: TCP, port: 53 }
        - { protocol: TCP, port: 443 }
`;

const ingress = (spec) => `${head("Ingress", "networking.k8s.io/v1", spec)}spec:
  rules:
    - host: ${spec.host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: ${spec.name}, port: { name: http } }
`;
