{{- define "karlo.instance" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* The pods that serve, apart from those of the migration and the test. */}}
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

{{- /* The Secret of the role that owns the tables: migrations change them, and to a backup of any other
role row-level security would hide rows. */}}
{{- define "karlo.ownerSecret" -}}
{{ .Values.secrets.migration | default .Values.secrets.database }}
{{- end }}

{{- /* The app's environment without its secrets. */}}
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

{{- /* What the ingress serves TLS with. */}}
{{- define "karlo.tlsSecret" -}}
{{ .Values.ingress.tls.secretName | default (printf "%s-tls" .Release.Name) }}
{{- end }}

{{- /* What every pod of the image shares, under Pod Security "restricted". */}}
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

{{- /* What a job of the image asks for: it is short, and finds room beside the pods that serve. */}}
{{- define "karlo.job" -}}
resources:
  requests: { cpu: 50m, memory: 128Mi, ephemeral-storage: 16Mi }
  limits: {{- toYaml .Values.resources.limits | nindent 4 }}
{{ include "karlo.container" . }}
{{- end }}

{{- /* What every container of the image shares; more mounts may follow. */}}
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
