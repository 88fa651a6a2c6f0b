// node lock-platforms.js, after any `npm install` that wrote package-lock.json anew; tests/bench runs it too, in its own folder.
// `npm ci` wants the packages of every platform in the lock file, also those that the registry it was made with does not carry:
// those of chdb and nodejs-polars are written here from the lists of the packages that name them.
import { readFileSync, writeFileSync } from "node:fs";

const PLATFORM = /-(android|darwin|linux|win32)-(\w+)(?:-(gnu|musl|msvc))?$/;

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const optional = Object.values(lock.packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}));
for (const [name, version] of optional) {
  const [, os, cpu, libc] = name.match(PLATFORM) ?? [];
  if (os === undefined) continue;
  lock.packages[`node_modules/${name}`] ??= {
    version,
    cpu: [cpu],
    ...(os === "linux" && libc ? { libc: [libc === "gnu" ? "glibc" : libc] } : {}),
    optional: true,
    os: [os],
  };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
