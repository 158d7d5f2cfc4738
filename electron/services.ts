/** What the composition roots (core.ts, cli.ts) build and every use case may ask for. */
import type { Session } from './features/users/session';
import type { Clock } from './platform/clock';
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
