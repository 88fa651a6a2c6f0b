import { describeEngine } from "./describe-engine.js";

await describeEngine("postgres");
