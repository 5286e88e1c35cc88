import { render } from "./helm";

/** The charts with the values they are installed with: chart, values file, further settings. */
export const INSTALLATIONS: [chart: string, values: string, set: string][] = [
  ["karlo", "values-dev", ""],
  ["karlo", "values-prod", ""],
  ["karlo", "values-prod", "ingress.tls.selfSigned=false,ingress.tls.secretName=given"],
  ["karlo", "values-prod", "autoscaling.enabled=false,replicas=3,service.type=NodePort"],
  ["postgres", "values-dev", ""],
  ["postgres", "values-prod", ""],
];

/**
 * Renders an installation to YAML.
 *
 * @param program helm
 */
export function renderInstallation(
  program: string,
  ...[chart, values, set]: (typeof INSTALLATIONS)[number]
): string {
  return render(program, chart, "-f", `${chart}/${values}.yaml`, ...(set ? ["--set", set] : []));
}
