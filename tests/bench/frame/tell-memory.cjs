// Tells, when a process ends, how much memory it held at the most, in thousands of bytes.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  writeFileSync(process.env.CX_MEMORY_FILE, String(process.resourceUsage().maxRSS * 1.024));
});
