/** What the composition roots (core.ts, cli.ts) build and every use case may ask for. */
import type { Backups } from './features/backup/backups';
import type { Session } from './features/users/session';
import type { Clock } from './platform/clock';
import type { Host } from './platform/host';
import type { KdfCost } from './platform/keySealing';
import type { RenderEngine } from './platform/render/renderEngine';

export interface Services {
  readonly clock: Clock;
  readonly host: Host;
  readonly engine: RenderEngine;
  readonly session: Session;
  readonly backups: Backups;
  readonly version: string;
  readonly workstation: string;
  readonly program: 'window' | 'command line';
  /** Of the passwords of a new folder; null: measured on this computer. */
  readonly kdfCost: KdfCost | null;
  /** One line for the log; never personal data. */
  readonly log: (line: string) => void;
}
