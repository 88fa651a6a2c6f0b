import { normalQuantile } from "./normal.js";
import { studentQuantile } from "./student-t.js";

/** The z within which a standard normal variable lies with probability `level`. */
export function criticalZ(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/** The t within which a Student t variable lies with probability `level`. */
export function criticalT(level: number, df: number): number {
  return -studentQuantile((1 - level) / 2, df);
}
