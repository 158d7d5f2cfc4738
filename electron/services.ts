/** What the composition roots (core.ts, cli.ts) build and every use case may ask for. */
import type { Actor, Store } from './database/store';
import type { Session } from './features/users/session';
import type { Clock } from './platform/clock';
import type { DataFolder } from './platform/dataFolder';
import type { FileStore } from './platform/fileStore';
import type { Host } from './platform/host';
import type { KdfCost } from './platform/keySlots';
import type { RenderEngine } from './platform/render/renderEngine';

export interface Services {
  readonly clock: Clock;
  readonly host: Host;
  readonly engine: RenderEngine;
  readonly session: Session;
  readonly version: string;
  readonly workstation: string;
  readonly program: 'window' | 'command line';
  readonly kdfCost: KdfCost;
  /** One line for the log; never personal data. */
  readonly log: (line: string) => void;
}

/** An unlocked data folder with the person who unlocked it. */
export interface OpenFolder {
  readonly folder: DataFolder;
  readonly store: Store;
  readonly files: FileStore;
  readonly actor: Actor;
  /** The database key; needed to make slots for further users. */
  readonly key: Buffer;
}
