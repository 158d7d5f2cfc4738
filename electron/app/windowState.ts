/** Where the window stood last time, and whether it can stand there again. Sizes in CSS px. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
}

export interface Placement {
  /** Without x and y the system centres the window. */
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

export const MINIMUM = { width: 1024, height: 560 } as const;
export const DEFAULT = { width: 1366, height: 768 } as const;
/** As much of the title bar must be on a display as a hand can grab. */
const GRIP = { width: 120, height: 36 } as const;

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, Math.max(low, high)));

function reachable(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return across >= GRIP.width && bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height;
}

/**
 * The remembered place if its title bar can be reached on a display of today (work areas, the primary one first);
 * else the default size in the middle. Never below the minimum, never larger than the display if it fits at all.
 */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): Placement {
  const area = saved ? workAreas.find((candidate) => reachable(saved.bounds, candidate)) : undefined;
  if (!saved || !area) {
    const screen = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT };
    return {
      width: between(MINIMUM.width, DEFAULT.width, screen.width),
      height: between(MINIMUM.height, DEFAULT.height, screen.height),
      maximized: saved?.maximized ?? false,
    };
  }
  return {
    x: saved.bounds.x,
    y: saved.bounds.y,
    width: between(MINIMUM.width, saved.bounds.width, area.width),
    height: between(MINIMUM.height, saved.bounds.height, area.height),
    maximized: saved.maximized,
  };
}

/** What a file of an unknown past says, or null when it is not a window state. */
export function parseWindowState(text: string): WindowState | null {
  try {
    const { bounds, maximized } = JSON.parse(text) as WindowState;
    const numbers = [bounds.x, bounds.y, bounds.width, bounds.height];
    if (!numbers.every(Number.isSafeInteger) || typeof maximized !== 'boolean') return null;
    return { bounds: { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }, maximized };
  } catch {
    return null;
  }
}

export function readWindowState(file: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A state that cannot be written is not worth a word to the person. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(state));
    renameSync(`${file}.part`, file);
  } catch {}
}
