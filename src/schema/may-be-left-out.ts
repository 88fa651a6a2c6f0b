import * as z from "zod";

/**
 * An alternative of a union of texts that may be left out: `null`, as databases and other languages write it, is read as left out.
 *
 * @param text - another alternative; the JSON Schema of the output repeats it, as it cannot say that nothing is left
 */
export function nullAsLeftOut(text: z.ZodType<string, string>) {
  return z
    .null()
    .transform((): string | undefined => undefined)
    .pipe(text.optional());
}

/** The same for a list, whose error should not become that of a union; what it parses is checked once more. */
export function mayBeLeftOut<Output, Input>(schema: z.ZodType<Output, Input>) {
  const parsed = schema.optional() as z.ZodType<Awaited<Output> | undefined, Awaited<Output> | undefined>;
  return schema
    .nullable()
    .transform((value): Output | undefined => value ?? undefined)
    .pipe(parsed)
    .optional();
}
