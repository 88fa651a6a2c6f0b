// node lock-platforms.js, after any `npm install` that wrote package-lock.json anew.
// `npm ci` wants the packages of every platform in the lock file, also those that the registry it was made with does not carry:
// those of chdb for macOS and for arm64 are written here from chdb's own package.json.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { optionalDependencies } = lock.packages["node_modules/chdb"];
for (const [name, version] of Object.entries(optionalDependencies)) {
  const [, os, cpu, libc] = name.match(/lib-(\w+)-(\w+)(?:-(\w+))?$/);
  lock.packages[`node_modules/${name}`] ??= {
    version,
    cpu: [cpu],
    ...(libc ? { libc: [libc === "gnu" ? "glibc" : libc] } : {}),
    optional: true,
    os: [os],
  };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
