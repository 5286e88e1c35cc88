import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

const MAX_LINES = 300;
const MAX_FILES = 30;

const CODE = /\.(ts|tsx|mts|mjs|css|sql)$/;
const TEST = /\.test\.tsx?$/;
/** What is installed, built or kept on this machine. */
const ELSEWHERE = /^(node_modules|build|generated|\..*)$/;

/** The names of the code files of each folder, without hidden and generated ones. */
function codeByFolder(folder: string): Map<string, string[]> {
  const files: string[] = [];
  const all = new Map([[path.relative(root, folder), files]]);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (ELSEWHERE.test(entry.name)) continue;
    if (entry.isFile() && CODE.test(entry.name)) files.push(entry.name);
    if (!entry.isDirectory()) continue;
    for (const one of codeByFolder(path.join(folder, entry.name))) all.set(...one);
  }
  return all;
}

const folders = [...codeByFolder(root)];

it(`no file of code has more than ${MAX_LINES} lines`, () => {
  const files = folders.flatMap(([folder, names]) => names.map((name) => path.join(folder, name)));
  expect(files.length).toBeGreaterThan(500);
  const lines = (file: string) =>
    readFileSync(path.join(root, file), "utf8").split("\n").length - 1;
  expect(files.filter((file) => lines(file) > MAX_LINES)).toEqual([]);
});

it(`no folder has more than ${MAX_FILES} files of code beside its tests`, () => {
  const full = folders.filter(([, names]) => names.filter((n) => !TEST.test(n)).length > MAX_FILES);
  expect(full.map(([folder]) => folder)).toEqual([]);
});
