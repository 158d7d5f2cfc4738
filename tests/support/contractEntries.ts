/** Every message of the contract with what it declares about itself, for tests that go through all of them. */
import { isContractProcedure } from '@orpc/contract';
import { contract } from '@shared/contract';
import type { EntryMeta } from '@shared/contract/entry';
import type { z } from 'zod';

export interface ContractEntry {
  /** `feature.name` */
  readonly path: string;
  readonly meta: EntryMeta;
  /** Undefined where the message carries nothing. */
  readonly input: z.ZodType | undefined;
  readonly hasOutput: boolean;
}

function entriesOf(node: unknown, path: readonly string[]): ContractEntry[] {
  if (!isContractProcedure(node))
    return Object.entries(node as object).flatMap(([key, child]) => entriesOf(child, [...path, key]));
  const { meta, inputSchema, outputSchema } = node['~orpc'];
  const input = inputSchema as z.ZodType | undefined;
  return [{ path: path.join('.'), meta: meta as EntryMeta, input, hasOutput: outputSchema !== undefined }];
}

export const ENTRIES: readonly ContractEntry[] = entriesOf(contract, []);

/** Calls a message by its path on any client of the router; nothing about its types is known here. */
export function callByPath(client: unknown, path: string, input: unknown): Promise<unknown> {
  const call = path.split('.').reduce((node, name) => (node as Record<string, unknown>)[name], client);
  return (call as (given: unknown) => Promise<unknown>)(input);
}
