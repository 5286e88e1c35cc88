{{- define "karlo.instance" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* Selects the pods of the Deployment, not those of the migration or the test. */}}
{{- define "karlo.selector" -}}
{{ include "karlo.instance" . }}
app.kubernetes.io/component: web
{{- end }}

{{- define "karlo.labels" -}}
{{ include "karlo.instance" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "karlo.image" -}}
image: {{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- end }}

{{- /* The Secret of the role that owns the tables: migrations alter them, and row-level security would
hide rows from a backup of any other role. */}}
{{- define "karlo.ownerSecret" -}}
{{ .Values.secrets.migration | default .Values.secrets.database }}
{{- end }}

{{- /* The environment variables of the app that are not secret. */}}
{{- define "karlo.environment" -}}
PUBLIC_URL: {{ .Values.app.publicUrl | quote }}
{{- with .Values.app.corsOrigins }}
CORS_ORIGINS: {{ join "," . | quote }}
{{- end }}
TRUSTED_PROXIES: {{ ternary .Values.ingress.proxies 0 .Values.ingress.enabled | quote }}
METRICS_PORT: {{ .Values.metrics.port | quote }}
MODEL_PROVIDER: {{ .Values.app.model.provider | quote }}
{{- with .Values.app.model.name }}
MODEL_NAME: {{ . | quote }}
{{- end }}
{{- with .Values.app.model.baseUrl }}
MODEL_BASE_URL: {{ . | quote }}
{{- end }}
{{- range $name, $value := .Values.app.environment }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- /* The TLS Secret of the ingress. */}}
{{- define "karlo.tlsSecret" -}}
{{ .Values.ingress.tls.secretName | default (printf "%s-tls" .Release.Name) }}
{{- end }}

{{- /* Common to every pod of the app's image, under Pod Security "restricted". */}}
{{- define "karlo.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 64Mi }
{{- end }}

{{- /* Common to every job of the app's image; small requests, so that it fits beside the pods that serve. */}}
{{- define "karlo.job" -}}
resources:
  requests: { cpu: 50m, memory: 128Mi, ephemeral-storage: 16Mi }
  limits: {{- toYaml .Values.resources.limits | nindent 4 }}
{{ include "karlo.container" . }}
{{- end }}

{{- /* Common to every container of the app's image; further mounts may follow. */}}
{{- define "karlo.container" -}}
{{ include "karlo.image" . }}
terminationMessagePolicy: FallbackToLogsOnError
securityContext:
  runAsUser: 1000
  runAsGroup: 1000
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: tmp, mountPath: /tmp }
{{- end }}
