{{- define "karlo.backup.name" -}}
{{ .Release.Name }}-backup
{{- end }}

{{- /* Common to every pod of PostgreSQL's image, under Pod Security "restricted". */}}
{{- define "karlo.backup.pod" -}}
restartPolicy: Never
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
  runAsUser: {{ .Values.backup.user }}
  runAsGroup: {{ .Values.backup.user }}
  fsGroup: {{ .Values.backup.user }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: backup
    persistentVolumeClaim: { claimName: {{ include "karlo.backup.name" . }} }
  - name: scripts
    configMap: { name: {{ include "karlo.backup.name" . }} }
  - name: tmp
    emptyDir: { sizeLimit: {{ index .Values.backup.resources.limits "ephemeral-storage" }} }
  - name: work
    emptyDir: { sizeLimit: 64Mi }
{{- end }}

{{- define "karlo.backup.container" -}}
image: {{ .Values.backup.image | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
terminationMessagePolicy: FallbackToLogsOnError
resources: {{- toYaml .Values.backup.resources | nindent 2 }}
volumeMounts:
  - { name: backup, mountPath: /backup }
  - { name: scripts, mountPath: /scripts, readOnly: true }
  - { name: tmp, mountPath: /tmp }
  - { name: work, mountPath: /work }
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}
