/** How far a change of keys is, as the core told this page; whoever waits for one shows it. */
import type { RotationPart } from '@shared/domain/users/rotation';
import { useSyncExternalStore } from 'react';

let part: RotationPart | null = null;
const listeners = new Set<() => void>();

export function heardRotation(begun: RotationPart | null): void {
  part = begun;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The part that is going on; null: none. */
export const useRotation = (): RotationPart | null => useSyncExternalStore(subscribe, () => part);
