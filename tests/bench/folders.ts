/** Throw-away data folders, made and encrypted as real ones; empty with the units of a branch, or filled with the demo. */

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import type { contract } from '@shared/contract';
import { demoUnits } from '@shared/domain/demo/demoLoans';
import { present } from '@shared/kernel/assert';
import { fillDemo } from '../../electron/features/maintenance/fillDemo';
import { addUnit } from '../../electron/features/users/addUnit';
import { listUnits } from '../../electron/features/users/users.repository';
import type { OpenFolder } from '../../electron/openFolder';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { makeFolder, TEST_PASSWORD } from '../support/openFolder';

export interface BenchFolder {
  readonly services: Services;
  readonly open: OpenFolder;
  readonly units: ReadonlyMap<string, number>;
  remove(): Promise<void>;
}

/** An empty ledger whose branch has the units of so many loans; a clerk is signed in. */
export async function newFolder(loans: number): Promise<BenchFolder> {
  const { services, open, close } = await makeFolder({ user: 'clerk' });
  const known = new Set((await listUnits(open.store.read)).map((unit) => unit.name));
  for (const unit of demoUnits(loans)) if (!known.has(unit.name)) await addUnit(open, unit);
  const units = new Map((await listUnits(open.store.read)).map((unit) => [unit.name, unit.id]));
  return { services, open, units, remove: close };
}

/** The fictional branch with so many loans; its clerk is signed in. */
export async function filledFolder(loans: number): Promise<BenchFolder> {
  const { services, open, close } = await makeFolder({ user: 'admin' });
  await fillDemo(services, open, { loans, password: TEST_PASSWORD });
  await services.session.signIn('demo-clerk', TEST_PASSWORD);
  const signedIn = present(services.session.open, 'the demo clerk is signed in');
  const units = new Map((await listUnits(signedIn.store.read)).map((unit) => [unit.name, unit.id]));
  return { services, open: signedIn, units, remove: close };
}

export interface BenchClient {
  readonly api: ContractRouterClient<typeof contract>;
  disconnect(): void;
}

/** The contract's client and the real door at the two ends of a message port, as window and core have them. */
export function connect(services: Services): BenchClient {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port2, { context: { services } });
  port1.start();
  port2.start();
  return { api: createORPCClient(new RPCLink({ port: port1 })), disconnect: () => port1.close() };
}
