{{- define "postgres.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "postgres.labels" -}}
{{ include "postgres.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- /* What both containers share: environment, volumes, limits. */}}
{{- define "postgres.container" -}}
env:
  - { name: POSTGRES_USER, value: {{ .Values.user | quote }} }
  - { name: POSTGRES_DB, value: {{ .Values.database | quote }} }
  - { name: POSTGRES_PASSWORD_FILE, value: /run/secrets/postgres/password }
  - { name: PGDATA, value: /var/lib/postgresql/pgdata }
volumeMounts:
  - { name: data, mountPath: /var/lib/postgresql }
  - { name: password, mountPath: /run/secrets/postgres, readOnly: true }
  - { name: run, mountPath: /var/run/postgresql }
  - { name: tmp, mountPath: /tmp }
resources: {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}
