// Reads `npm sbom` on standard input and writes it to a file, without what differs from one time to
// the next: the same lock file gives the same list.
import { readFileSync, writeFileSync } from "node:fs";

const [, , file] = process.argv;
const { serialNumber, metadata, ...list } = JSON.parse(readFileSync(0, "utf8"));
const { timestamp, ...said } = metadata;
writeFileSync(file, JSON.stringify({ ...list, metadata: said }));
