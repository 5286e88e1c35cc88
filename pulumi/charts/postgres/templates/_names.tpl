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

{{- /* Common to both containers: environment, volumes, limits. */}}
{{- define "postgres.container" -}}
env:
  - { name: POSTGRES_USER, value: {{ .Values.user | quote }} }
  - { name: POSTGRES_DB, value: {{ .Values.database | quote }} }
  - { name: POSTGRES_PASSWORD_FILE, value: /run/secrets/postgres/password }
  - { name: PGDATA, value: /var/lib/postgresql/pgdata }
  # C.UTF-8 classifies Urdu letters as letters, and its sort order does not depend on the version of a
  # system library. Supported by versions 15 to 18.
  - { name: POSTGRES_INITDB_ARGS, value: "--encoding=UTF8 --locale=C.UTF-8" }
volumeMounts:
  - { name: data, mountPath: /var/lib/postgresql }
  - { name: password, mountPath: /run/secrets/postgres, readOnly: true }
  - { name: run, mountPath: /var/run/postgresql }
  - { name: tmp, mountPath: /tmp }
terminationMessagePolicy: FallbackToLogsOnError
resources: {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}
