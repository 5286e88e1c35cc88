// Which rooms may import which. Imports go down this list and never up; rooms on one line do not
// import each other. Tests may import anything, but take part in no cycle either.
const LAYERS = [
  ["process"],
  ["routes", "api", "service-worker"],
  ["shell"],
  ["offline"],
  ["archive"],
  ["conversations"],
  ["assistant"],
  ["tools"],
  ["reminders"],
  ["tasks", "accounts"],
  ["when", "attachments"],
  ["platform"],
];

/** Rooms of text: every room may use them, and they use no room. */
const EVERYWHERE = ["i18n"];

const TESTS = "\\.test\\.tsx?$|/testing/|^web/(e2e|bench)/";
const room = (...names) => `^web/app/(${names.join("|")})/`;

const layerRules = LAYERS.flatMap((rooms, depth) =>
  rooms.map((name) => {
    const above = LAYERS.slice(0, depth).flat();
    const beside = rooms.filter((other) => other !== name);
    return {
      name: `${name}-imports-downwards`,
      comment: `${name} imports only what stands below it.`,
      severity: "error",
      from: { path: room(name), pathNot: TESTS },
      to: { path: above.length + beside.length ? room(...above, ...beside) : "^$" },
    };
  }),
);

export default {
  forbidden: [
    ...layerRules,
    {
      name: "no-cycles",
      comment: "Two files that need each other are one subject, or share a third; types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "text-uses-no-room",
      severity: "error",
      from: { path: room(...EVERYWHERE), pathNot: TESTS },
      to: { path: room(...LAYERS.flat(), "ui") },
    },
    {
      name: "what-runs-does-not-learn",
      comment: "What trains and explains the built-in model reads it, and is no part of it.",
      severity: "error",
      from: { path: "^web/app/(?!assistant/learning/)", pathNot: TESTS },
      to: { path: "^web/app/assistant/learning/" },
    },
    {
      name: "design-system-knows-no-domain",
      severity: "error",
      from: { path: room("ui"), pathNot: TESTS },
      to: { path: room(...LAYERS.flat()) },
    },
    {
      name: "only-what-is-shown-uses-ui",
      comment: "Pages, the shell, components and hooks; no rule and no server module.",
      severity: "error",
      from: {
        path: "^web/app/.*\\.ts$",
        pathNot: [TESTS, room("ui", "routes", "shell"), "/use-[^/]+\\.ts$"],
      },
      to: { path: room("ui") },
    },
    {
      name: "app-knows-no-command",
      comment: "What is served imports neither the commands nor what tests share.",
      severity: "error",
      from: { path: "^web/(app/|server\\.ts)", pathNot: TESTS },
      to: { path: "^(scripts|pulumi|web/(local|testing|e2e|bench))/" },
    },
    {
      name: "web-imports-no-script",
      severity: "error",
      from: { path: "^(web|pulumi)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "program-knows-no-app",
      comment: "The Pulumi program deploys an image; it shares no code with it.",
      severity: "error",
      from: { path: "^pulumi/", pathNot: "^pulumi/(e2e|.*\\.test)" },
      to: { path: "^web/" },
    },
    {
      name: "nothing-imports-a-test",
      severity: "error",
      from: {},
      to: { path: "\\.test\\.tsx?$" },
    },
    {
      name: "resolves",
      comment: "An import that leads nowhere is not held by any rule above.",
      severity: "error",
      from: { path: "^web/app/" },
      to: { couldNotResolve: true, pathNot: "^virtual:|\\?url$|\\.css" },
    },
  ],
  options: {
    tsConfig: { fileName: "web/tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "platform/generated|/build/|/golden/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".d.ts"],
    },
  },
};
