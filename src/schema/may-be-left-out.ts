import type * as z from "zod";

/** A field that may be left out; `null`, as databases and other languages write it, is read as left out. */
export function mayBeLeftOut<Output, Input>(schema: z.ZodType<Output, Input>) {
  // It stands on both sides, so that a JSON Schema of the input has the null and one of the output has not. What it parses fits it again.
  const parsed = schema.optional() as z.ZodType<Awaited<Output> | undefined, Awaited<Output> | undefined>;
  return schema
    .nullable()
    .transform((value): Output | undefined => value ?? undefined)
    .pipe(parsed)
    .optional();
}
