{{- /* The tools of one MCP server that an agent may call; those that write wait for a person
(files/agents.json). Of kagent's tools, what could run a command or apply anything is not offered. */}}
{{- define "karlo.agentTools" -}}
- type: McpServer
  mcpServer:
    apiGroup: kagent.dev
    kind: RemoteMCPServer
    name: {{ .server }}
    toolNames: {{- concat .tools.reads .tools.writes | toYaml | nindent 6 }}
    requireApproval: {{- .tools.writes | toYaml | nindent 6 }}
{{- end }}

{{- /* The pods that kagent makes of an agent, under Pod Security "restricted"; 1001 is the user of its image. */}}
{{- define "karlo.agentPod" -}}
podSecurityContext:
  runAsNonRoot: true
  runAsUser: 1001
  seccompProfile: { type: RuntimeDefault }
securityContext:
  allowPrivilegeEscalation: false
  capabilities: { drop: [ALL] }
{{- end }}

{{- /* Selects the pod of the tool server. */}}
{{- define "karlo.agentSelector" -}}
{{ include "karlo.instance" . }}
app.kubernetes.io/component: agent-tools
{{- end }}
