/** Which saved view the ledger opens with: each person's own choice, kept on this workstation. */

const keyOf = (userId: number): string => `qingshou.ledger.view.${userId}`;

export function defaultViewOf(userId: number): number | null {
  const stored = localStorage.getItem(keyOf(userId));
  return stored !== null && /^\d+$/.test(stored) ? Number(stored) : null;
}

export function setDefaultView(userId: number, viewId: number | null): void {
  if (viewId === null) localStorage.removeItem(keyOf(userId));
  else localStorage.setItem(keyOf(userId), String(viewId));
}
