/** Places in the frame that a screen fills while it is shown: the search box and the last import in the status bar. */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

export type SlotName = 'search' | 'status';

const slotId = (name: SlotName): string => `qs-slot-${name}`;

/** Where a slot's content appears; part of the frame. */
export function SlotOutlet({ name }: { name: SlotName }) {
  return <div id={slotId(name)} className={`qs-slot-${name}`} />;
}

/** Puts `children` into a slot of the frame. */
export function Slot({ name, children }: { name: SlotName; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(slotId(name))), [name]);
  return place ? createPortal(children, place) : null;
}
