/** The remembered window against the displays of today. Sizes in CSS px. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseWindowState, placeWindow, readWindowState, writeWindowState } from '../../../electron/app/windowState';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: -200, width: 1280, height: 984 };
const state = (x: number, y: number, width = 1366, height = 768, maximized = false) => ({
  bounds: { x, y, width, height },
  maximized,
});
const centred = { width: 1366, height: 768, maximized: false };

describe('APP-01 where the window opens', () => {
  it('the default size in the middle when nothing is remembered', () => {
    expect(placeWindow(null, [screen])).toEqual(centred);
  });

  it('a small display gets the whole of it, never less than the minimum', () => {
    const at = (width: number, height: number) => placeWindow(null, [{ x: 0, y: 0, width, height }]);
    expect(at(1093, 574)).toMatchObject({ width: 1093, height: 574 });
    expect(at(800, 500)).toMatchObject({ width: 1024, height: 560 });
  });

  it('the remembered place on any display of today', () => {
    expect(placeWindow(state(100, 50), [screen])).toEqual({ x: 100, y: 50, ...centred });
    expect(placeWindow(state(2000, -150, 1100, 700, true), [screen, beside])).toEqual({
      x: 2000,
      y: -150,
      width: 1100,
      height: 700,
      maximized: true,
    });
  });

  it('a display that is gone brings the window back, still maximized if it was', () => {
    expect(placeWindow(state(2000, -150, 1366, 768, true), [screen])).toEqual({ ...centred, maximized: true });
  });

  it('the title bar must be within reach', () => {
    expect(placeWindow(state(1920 - 120, 50), [screen])).toHaveProperty('x');
    expect(placeWindow(state(1920 - 119, 50), [screen])).not.toHaveProperty('x');
    expect(placeWindow(state(0, -1), [screen])).not.toHaveProperty('x');
    expect(placeWindow(state(0, 1040 - 36), [screen])).toHaveProperty('y');
    expect(placeWindow(state(0, 1040 - 35), [screen])).not.toHaveProperty('y');
  });

  it('a remembered size outside the limits is brought inside', () => {
    expect(placeWindow(state(0, 0, 300, 200), [screen])).toMatchObject({ width: 1024, height: 560 });
    expect(placeWindow(state(0, 0, 5000, 4000), [screen])).toMatchObject({ width: 1920, height: 1040 });
  });
});

describe('the file of the window state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes back as it was written', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, state(1, 2));
    expect(readWindowState(file)).toEqual(state(1, 2));
  });

  it('anything else counts as nothing remembered', () => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, '{"bounds":');
    expect(readWindowState(file)).toBeNull();
    expect(readWindowState(join(folder, 'none.json'))).toBeNull();
    for (const text of ['null', '{}', '{"bounds":{"x":0.5,"y":0,"width":1,"height":1},"maximized":false}', '[]'])
      expect(parseWindowState(text)).toBeNull();
  });

  it('a folder that cannot be written is no error', () => {
    expect(() => writeWindowState(join(folder, 'none', 'window.json'), state(0, 0))).not.toThrow();
  });
});
