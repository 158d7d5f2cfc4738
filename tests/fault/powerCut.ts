/**
 * A disk that loses its power (R4). The writes of a program, as strace saw them, are carried out on a modelled disk; at any
 * moment it can be asked what it might hold if the power were cut just then: of the bytes and names that were not flushed any
 * part may be there, in any order, torn at any sector.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Dice } from '@shared/domain/demo/random';
import { present } from '@shared/kernel/assert';

const CALLS = 'pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,openat';
const SECTOR = 512;

/** Names are below the folder, `.` for itself. */
export type Call =
  | { readonly kind: 'write'; readonly file: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly kind: 'create' | 'empty' | 'flush' | 'unlink'; readonly file: string }
  | { readonly kind: 'cut'; readonly file: string; readonly size: number }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  | { readonly kind: 'said'; readonly text: string };

export const canTrace =
  process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

/** Runs the program to its end and lists what it did to the folder and said on stdout. */
export function callsOf(command: readonly string[], dir: string, trace: string, env: NodeJS.ProcessEnv): Call[] {
  const options = ['-f', '-qq', '-y', '-xx', '-s', '1000000', '-o', trace, '-e', `trace=${CALLS}`];
  const ended = spawnSync('strace', [...options, ...command], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (ended.status !== 0) throw new Error(`the program does not work: ${ended.status}`);
  const begun = new Map<string, string>();
  return readFileSync(trace, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      if (rest.endsWith(' <unfinished ...>')) {
        begun.set(thread, rest.slice(0, -' <unfinished ...>'.length));
        return [];
      }
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
      const call = callOf(resumed ? (begun.get(thread) ?? '') + resumed[1] : rest, dir);
      return call ? [call] : [];
    });
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

/** `\x2f\x74` or plain. */
const textOf = (quoted: string): string => quoted.replace(/(?:\\x[0-9a-f]{2})+/g, (hex) => bytesOf(hex).toString());

function callOf(line: string, dir: string): Call | null {
  const [, name, args = '', result] = /^(\w+)\((.*)\) += (-?\d+)/s.exec(line) ?? [];
  if (name === undefined || Number(result) < 0) return null;
  const below = (path: string) => (path === dir || path.startsWith(`${dir}/`) ? relative(dir, path) || '.' : null);
  const opened = below(textOf(/^\d+<([^>]*)>/.exec(args)?.[1] ?? ''));
  const texts = [...args.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  const named = texts.map((text) => below(textOf(text)));
  const [first = null, second = null] = named;
  const last = Number(/(\d+)$/.exec(args)?.[1]);
  const [bytes] = texts;
  if (name === 'write' && args.startsWith('1<')) return { kind: 'said', text: bytesOf(bytes ?? '').toString() };
  if (name === 'openat')
    return first === null || !args.includes('O_CREAT')
      ? null
      : { kind: args.includes('O_TRUNC') ? 'empty' : 'create', file: first };
  if (name === 'rename') return first === null || second === null ? null : { kind: 'rename', file: first, to: second };
  if (name === 'unlink') return first === null ? null : { kind: 'unlink', file: first };
  if (opened === null) return null;
  if (name === 'ftruncate') return { kind: 'cut', file: opened, size: last };
  if (name === 'fsync' || name === 'fdatasync') return { kind: 'flush', file: opened };
  return { kind: 'write', file: opened, at: name === 'write' ? null : last, bytes: bytesOf(bytes ?? '') };
}

interface Change {
  readonly at: number;
  /** null: the file ends here. */
  readonly bytes: Buffer | null;
}

interface Inode {
  flushed: Buffer;
  waiting: Change[];
  /** As the program sees it. */
  size: number;
}

/** The content with the changes carried out in their order. */
function changed(content: Buffer, changes: readonly Change[]): Buffer {
  const sizes = changes.map(({ at, bytes }) => at + (bytes?.length ?? 0));
  const result = Buffer.alloc(Math.max(content.length, ...sizes));
  content.copy(result);
  let size = content.length;
  for (const { at, bytes } of changes) {
    if (bytes) bytes.copy(result, at);
    else result.fill(0, at);
    size = bytes ? Math.max(size, at + bytes.length) : at;
  }
  return result.subarray(0, size);
}

/** The sectors of a write that reached the disk. */
function torn({ at, bytes }: Change, dice: Dice): Change[] {
  if (bytes === null) return [{ at, bytes }];
  const parts: Change[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    if (dice.chance(0.5)) parts.push({ at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

/** Names with their files; one more state for each change of a name since its folder was flushed. */
type Names = ReadonlyMap<string, Inode>;

export class Disk {
  #names: Names;
  /** The oldest is on the disk for good. */
  #states: Names[];

  constructor(dir: string) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name));
    const inode = (flushed: Buffer): Inode => ({ flushed, waiting: [], size: flushed.length });
    this.#names = new Map(paths.map((path) => [relative(dir, path), inode(readFileSync(path))]));
    this.#states = [this.#names];
  }

  do(call: Call): void {
    if (call.kind === 'said') return;
    const { file } = call;
    const known = this.#names.get(file);
    const there = () => present(known, file);
    switch (call.kind) {
      case 'create':
      case 'empty':
        if (!known) this.#name((names) => names.set(file, { flushed: Buffer.alloc(0), waiting: [], size: 0 }));
        else if (call.kind === 'empty') this.#change(known, { at: 0, bytes: null });
        break;
      case 'rename':
        this.#name((names) => names.set(call.to, there()).delete(file));
        break;
      case 'unlink':
        this.#name((names) => names.delete(file));
        break;
      case 'flush':
        this.#flush(known);
        break;
      case 'cut':
        this.#change(there(), { at: call.size, bytes: null });
        break;
      case 'write':
        this.#change(there(), { at: call.at ?? there().size, bytes: call.bytes });
    }
  }

  /** What may be there after a power cut now; which of it, the dice say. */
  image(dice: Dice): Map<string, Buffer> {
    const names = dice.pick(this.#states);
    const share = dice.pick([0, 0.1, 0.5, 0.9, 1]);
    const tears = dice.chance(0.5);
    return new Map(
      [...names].map(([name, { flushed, waiting }]) => {
        const kept = waiting.filter(() => dice.chance(share));
        const reached = kept.flatMap((change) => (tears && dice.chance(0.3) ? torn(change, dice) : [change]));
        return [name, changed(flushed, reached)];
      }),
    );
  }

  #change(inode: Inode, change: Change): void {
    inode.waiting.push(change);
    inode.size = change.bytes === null ? change.at : Math.max(inode.size, change.at + change.bytes.length);
  }

  #name(change: (names: Map<string, Inode>) => unknown): void {
    const names = new Map(this.#names);
    change(names);
    this.#names = names;
    this.#states.push(names);
  }

  /** A flushed folder keeps its names; those of other folders are taken along, which a later cut only makes milder. */
  #flush(inode: Inode | undefined): void {
    if (!inode) this.#states = [this.#names];
    else {
      inode.flushed = changed(inode.flushed, inode.waiting);
      inode.waiting = [];
    }
  }
}
