import { main } from "./main.js";
import { exitOnWriteErrors } from "./write-errors.js";

const { stdin, stdout, stderr, env, argv } = process;
exitOnWriteErrors({ stdout, stderr, exit: (code) => process.exit(code) });
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() });
