/** The one typed client: oRPC over a message port that the preload hands to the main process. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '@shared/contract';

export type ApiClient = ContractRouterClient<typeof contract>;

/** `feature.procedure`, e.g. `loans.list`. */
export type ProcedurePath = {
  [F in keyof ApiClient & string]: `${F}.${keyof ApiClient[F] & string}`;
}[keyof ApiClient & string];

type ProcedureOf<P extends ProcedurePath> = P extends `${infer F extends keyof ApiClient & string}.${infer N}`
  ? N extends keyof ApiClient[F]
    ? ApiClient[F][N]
    : never
  : never;
type Callable<P extends ProcedurePath> =
  ProcedureOf<P> extends (input: infer I, ...rest: never[]) => Promise<infer O> ? { input: I; output: O } : never;

export type InputOf<P extends ProcedurePath> = Callable<P>['input'];
export type OutputOf<P extends ProcedurePath> = Callable<P>['output'];

function connect(): ApiClient {
  const channel = new MessageChannel();
  window.postMessage('rpc-connect', '*', [channel.port2]);
  channel.port1.start();
  return createORPCClient(new RPCLink({ port: channel.port1 }));
}

let client: ApiClient | undefined;

/** Connects on first use, so that pure modules can be imported where there is no window. */
export function api(): ApiClient {
  client ??= connect();
  return client;
}

/** Calls one procedure by its path; throws what the door answered (see refusal.ts). */
export function call<P extends ProcedurePath>(path: P, input: InputOf<P>, signal?: AbortSignal): Promise<OutputOf<P>> {
  const [feature, name] = path.split('.') as [string, string];
  const features = api() as unknown as Record<string, Record<string, Caller>>;
  return features[feature]![name]!(input, { signal }) as Promise<OutputOf<P>>;
}

type Caller = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;
