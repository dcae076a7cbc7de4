/** Put in by scripts/bundle.ts: what package.json asks for. */
declare const nodeFloor: string;

/** Runs before anything else is loaded: an old Node gets a sentence, where it would show a trace of what it does not know. */
const floor = nodeFloor.split('.').map(Number);
const found = process.versions.node.split('.').map(Number);
const [major = 0, minor = 0] = floor;
const [foundMajor = 0, foundMinor = 0] = found;
if (foundMajor < major || (foundMajor === major && foundMinor < minor)) {
  process.stderr.write(
    `error[node-version]: create-avm needs Node.js ${nodeFloor} or later, and this is ${process.versions.node}.\n    Install a newer one from https://nodejs.org, and run the same command again.\n`,
  );
  // oxlint-disable-next-line unicorn/no-process-exit -- what follows cannot run here
  process.exit(1);
}
