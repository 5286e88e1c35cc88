import { describe, expect, it } from "vitest";
import { findHelm, type Manifest, template } from "./helm";

const program = findHelm();

describe.skipIf(!program)("the chart's agents of kagent", () => {
  const made = (...set: string[]) =>
    template(program ?? "", "karlo", ...set.flatMap((value) => ["--set", value]));
  const names = (manifests: Manifest[], of: string) =>
    manifests.filter(({ kind }) => kind === of).map(({ metadata }) => metadata.name);
  const everything = made("agents.enabled=true", "agents.tasksSecret=token");

  it("are off by default, since a cluster may lack their kinds", () => {
    for (const kind of ["Agent", "RemoteMCPServer"]) expect(names(made(), kind)).toEqual([]);
  });

  it("operate the release, and keep the tasks of the person whose token there is", () => {
    expect(names(made("agents.enabled=true"), "Agent")).toEqual(["karlo-agent-operator"]);
    expect(names(everything, "Agent")).toEqual(["karlo-agent-operator", "karlo-agent-tasks"]);
    const servers = everything.filter(({ kind }) => kind === "RemoteMCPServer");
    expect(servers.find(({ metadata }) => metadata.name.endsWith("tasks"))?.spec).toMatchObject({
      url: "http://karlo.karlo:80/mcp",
      headersFrom: [{ name: "Authorization", valueFrom: { name: "token", key: "authorization" } }],
    });
  });

  it("ask a person before everything that writes", () => {
    const agents = everything.filter(({ kind }) => kind === "Agent");
    for (const { metadata, spec } of agents)
      for (const { mcpServer } of spec.declarative.tools) {
        const free = mcpServer.toolNames.filter(
          (name: string) => !mcpServer.requireApproval.includes(name),
        );
        expect(mcpServer.requireApproval.length, metadata.name).toBeGreaterThan(0);
        for (const name of free) expect(name).toMatch(/^(k8s_)?(get|list|search|describe)_/);
      }
  });

  it("have an account that reads neither Secrets nor ConfigMaps, and changes the one Deployment", () => {
    const { rules = [] } = everything.find(({ kind }) => kind === "Role") ?? {};
    expect(rules.length).toBeGreaterThan(0);
    const resources = rules.flatMap((rule) => rule.resources);
    for (const one of ["secrets", "configmaps", "pods/exec", "jobs/create"])
      expect(resources).not.toContain(one);
    for (const { verbs, resourceNames } of rules)
      if (verbs.some((verb) => !["get", "list", "watch"].includes(verb)))
        expect(resourceNames).toEqual(["karlo"]);
  });
});
