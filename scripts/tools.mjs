/** What the scripts share: the project's own Node, its tools, and messages on stderr. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

/** The first Node that has what the native modules and the tools use. */
const OLDEST_NODE = 22;

export const say = (text) => process.stderr.write(`[qingshou] ${text}\n`);

export function fail(text, code = 1) {
  say(text);
  process.exit(code);
}

/** The Node of the project where the platform has one, else the running one if it is new enough. */
export function projectNode() {
  const own = resolve(ROOT, 'node_modules/.bin/node');
  if (process.platform === 'linux' && existsSync(own)) return own;
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) fail(`this needs Node ${OLDEST_NODE} or newer; the running one is ${process.versions.node}`);
  return process.execPath;
}

/** A child whose stdout also goes to our stderr. */
export function quietly(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: ['inherit', 2, 2], ...options });
}

export const toolPath = (tool) => resolve(ROOT, 'node_modules', tool);

/** A tool of node_modules by its file, under the project's Node, its output on stderr. */
export function runTool(tool, args, options = {}) {
  return quietly(projectNode(), [toolPath(tool), ...args], options);
}

/** The same with the output as it is, alongside this process; resolves to its exit code. */
export function runVisibly(command, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env });
    const pass = (signal) => child.kill(signal);
    process.once('SIGINT', pass);
    process.once('SIGTERM', pass);
    child.once('error', () => done(127));
    child.once('close', (code) => {
      process.removeListener('SIGINT', pass);
      process.removeListener('SIGTERM', pass);
      done(code ?? 1);
    });
  });
}
