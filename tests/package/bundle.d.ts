/** What a bundler makes of an import. */
export interface Bundle {
  readonly text: string;
  /** Bytes, minified. */
  readonly minified: number;
  /** Bytes, minified and packed. */
  readonly gzip: number;
  /** The other packages that are in it. */
  readonly packages: readonly string[];
}

export function bundle(names: string, from: string, resolveDir: string): Promise<Bundle>;
