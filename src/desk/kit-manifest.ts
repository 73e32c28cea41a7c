import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build says of the browser files: `dist/cdn/manifest.json`. Names are within `dist/cdn`. */
export interface KitManifest {
  entry: string;
  /** The entry and all that it imports. */
  entryFiles: readonly string[];
  /** By tag. */
  components: Readonly<
    Record<
      string,
      {
        files: readonly string[];
        /** By language: what the first screen shows. */
        texts: Readonly<Record<string, readonly string[]>>;
      }
    >
  >;
}

/** undefined while the kit has not been built. */
export function readManifest(cdn: string): KitManifest | undefined {
  try {
    const manifest = JSON.parse(
      readFileSync(join(cdn, 'manifest.json'), 'utf8'),
    ) as Partial<KitManifest>;
    return manifest.entry ? (manifest as KitManifest) : undefined;
  } catch {
    return undefined;
  }
}
