/** What every kind of backup offers before it is verified (backupSource.ts). */
import type { Manifest } from './manifest';

export interface RawSource {
  readonly manifest: Manifest;
  /** The raw content by name: `qingshou.db`, `files/ab/abcd…`; names come from the manifest only. */
  open(name: string): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}
