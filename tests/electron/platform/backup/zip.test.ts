/** A backup file that somebody made, cut or changed: refused, and nothing is written (R9, R19: bombs, traversal, truncation). */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openSource, readSource } from '../../../../electron/platform/backup/backupSource';
import { writeWholeFile } from '../../../../electron/platform/backup/copyFile';
import { prune } from '../../../../electron/platform/backup/generationFolder';
import { digestOf, type Manifest, manifestText, writeManifest } from '../../../../electron/platform/backup/manifest';
import { packZip } from '../../../../electron/platform/backup/packZip';
import { scratchFolder } from '../../../support/openDatabase';

const scratch = scratchFolder();
const silent = () => {};
const quiet = { pack: silent, verify: silent };

const NAME = 'ab'.repeat(32);

/** A generation with one attachment in its pool; `id` names it. */
function generation(root: string, id = '2026-11-22T1000-1', at = '2026-11-22T02:00:00.000Z') {
  const dir = join(root, id);
  mkdirSync(dir, { recursive: true });
  mkdirSync(join(root, 'files', 'ab'), { recursive: true });
  const database = Buffer.alloc(50_000, 3);
  const attachment = Buffer.from('encrypted');
  const list = Buffer.from(JSON.stringify([[NAME, attachment.length, digestOf(attachment)]]));
  writeFileSync(join(dir, 'qingshou.db'), database);
  writeFileSync(join(dir, 'attachments.json'), list);
  writeFileSync(join(root, 'files', 'ab', NAME), attachment);
  const entry = (name: 'qingshou.db' | 'attachments.json', bytes: Buffer) => {
    return { name, size: bytes.length, sha256: digestOf(bytes) };
  };
  const manifest: Manifest = {
    format: 1,
    id,
    at,
    reason: 'manual',
    program: '0.1.0',
    schema: 70,
    counts: {},
    head: null,
    files: [entry('qingshou.db', database), entry('attachments.json', list)],
    attachments: { count: 1, bytes: attachment.length, missing: 0 },
  };
  writeManifest(dir, manifest);
  return { dir, manifest, database, attachment, list };
}

const outcome = async (path: string) => {
  try {
    const source = await openSource(path);
    await readSource(source, silent).finally(() => source.close());
    return 'accepted';
  } catch (error) {
    return (error as { refusal?: { code: string } }).refusal?.code ?? String(error);
  }
};

async function zipped(name: string, fill: (zip: ZipFile) => void): Promise<string> {
  const zip = new ZipFile();
  fill(zip);
  zip.end();
  const path = scratch.path(name);
  rmSync(path, { force: true });
  await writeWholeFile(path, zip.outputStream as unknown as AsyncIterable<Uint8Array>);
  return path;
}

describe('a backup file', () => {
  it('is the same for the same generation, and whole', async () => {
    const { dir } = generation(scratch.path('pool'));
    const [one, two] = [scratch.path('one.zip'), scratch.path('two.zip')];
    await packZip(dir, one, quiet);
    await packZip(dir, two, quiet);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    expect(await outcome(one)).toBe('accepted');
    expect(await outcome(dir)).toBe('accepted');
  });

  it('with any byte changed or cut off is refused', async () => {
    const { dir } = generation(scratch.path('pool'));
    const path = scratch.path('flips.zip');
    await packZip(dir, path, quiet);
    const whole = readFileSync(path);
    const changed = scratch.path('changed.zip');
    let accepted = 0;
    for (let n = 0; n < 300; n += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor((n / 300) * bytes.length);
      bytes[at]! ^= 1 << (n % 8);
      writeFileSync(changed, bytes);
      // A changed time or comment of the container is no content: what is read is proved by the manifest all the same.
      if ((await outcome(changed)) === 'accepted') accepted += 1;
    }
    expect(accepted).toBeLessThan(8);
    for (const length of [0, 3, 1000, whole.length - 1, whole.length - 500]) {
      writeFileSync(changed, whole.subarray(0, length));
      expect(['backup-damaged', 'backup-unreadable']).toContain(await outcome(changed));
    }
  });

  it('with foreign names, packed entries, doubles or a false manifest is refused', async () => {
    const { manifest, database, list, attachment } = generation(scratch.path('pool'));
    const plain = { compress: false } as const;
    const content = (zip: ZipFile, text = manifestText(manifest)) => {
      zip.addBuffer(Buffer.from(text), 'manifest.json', plain);
      zip.addBuffer(database, 'qingshou.db', plain);
      zip.addBuffer(list, 'attachments.json', plain);
      zip.addBuffer(attachment, `files/ab/${NAME}`, plain);
    };
    const withExtra = (bytes: Buffer, name: string) => (zip: ZipFile) => {
      content(zip);
      zip.addBuffer(bytes, name, plain);
    };
    expect(await outcome(await zipped('right.zip', content))).toBe('accepted');
    const wrong: Record<string, (zip: ZipFile) => void> = {
      foreign: withExtra(database, 'startup.exe'),
      traversal: withExtra(database, `files/ab/${'a'.repeat(63)}.`),
      double: withExtra(database, 'qingshou.db'),
      bomb: (zip) => {
        zip.addBuffer(Buffer.from(manifestText(manifest)), 'manifest.json', plain);
        zip.addBuffer(Buffer.alloc(50_000_000), 'qingshou.db', { compress: true });
      },
      checksum: (zip) => content(zip, manifestText(manifest).replace('manual', 'exit')),
      larger: (zip) => content(zip, manifestText({ ...manifest, attachments: { count: 1, bytes: 9e9, missing: 0 } })),
      lacking: (zip) => zip.addBuffer(Buffer.from(manifestText(manifest)), 'manifest.json', plain),
    };
    for (const [name, fill] of Object.entries(wrong))
      expect([name, await outcome(await zipped(`${name}.zip`, fill))]).toEqual([name, 'backup-damaged']);
    // Names that climb out of the folder never come through the library; written by hand they are refused the same.
    const path = await zipped('climb.zip', withExtra(database, 'xx/xx/xx.txt'));
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf('xx/xx/xx.txt'); at >= 0; at = bytes.indexOf('xx/xx/xx.txt'))
      bytes.write('../../xx.txt', at);
    writeFileSync(path, bytes);
    expect(await outcome(path)).toBe('backup-damaged');
    writeFileSync(scratch.path('text.zip'), 'no zip at all');
    expect(await outcome(scratch.path('text.zip'))).toBe('backup-unreadable');
    expect(await outcome(scratch.path('absent.zip'))).toBe('backup-unreadable');
  });
});

it('pruning removes what is not kept, and attachments that nobody names any more', () => {
  const root = scratch.path('pruned');
  for (let day = 10; day < 30; day += 1) generation(root, `2026-10-${day}T1000-1`, `2026-10-${day}T02:00:00.000Z`);
  const orphan = join(root, 'files', 'cd', 'cd'.repeat(32));
  mkdirSync(join(root, 'files', 'cd'), { recursive: true });
  writeFileSync(orphan, 'nobody names it');
  prune(root);
  const left = () => readFileSync(join(root, '2026-10-29T1000-1', 'manifest.json')).length;
  expect(left()).toBeGreaterThan(0);
  expect(() => readFileSync(join(root, '2026-10-10T1000-1', 'manifest.json'))).toThrow();
  expect(() => readFileSync(orphan)).toThrow();
  expect(readFileSync(join(root, 'files', 'ab', NAME)).toString()).toBe('encrypted');
});
