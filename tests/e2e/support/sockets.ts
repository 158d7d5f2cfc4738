/** Which network sockets a process holds, as the system tells (Linux). */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const;
/** 127.0.0.1, ::1 and the mapped form, as the tables write them. */
const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F):/;
const NOBODY = /^0+:0000$/;

/** What comes and goes while one looks counts as gone. */
function orElse<T>(look: () => T, gone: T): T {
  try {
    return look();
  } catch {
    return gone;
  }
}

function inodesOf(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  const links = orElse(() => readdirSync(folder), []).map((fd) => orElse(() => readlinkSync(`${folder}/${fd}`), ''));
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

interface Socket {
  /** `udp 0100007F:1234 > 00000000:0000` */
  readonly shown: string;
  /** Reaches, or could reach, beyond this computer. */
  readonly beyond: boolean;
}

function socketsOf(pid: number): Socket[] {
  const own = inodesOf(pid);
  return TABLES.flatMap((table) =>
    orElse(() => readFileSync(`/proc/${pid}/net/${table}`, 'utf8'), '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , , , , , , , inode = '']) => own.has(inode))
      .map(([, local = '', remote = '']) => ({
        shown: `${table} ${local} > ${remote}`,
        beyond: !(table.startsWith('tcp') && LOOPBACK.test(local) && (LOOPBACK.test(remote) || NOBODY.test(remote))),
      })),
  );
}

const LOOK_MS = 200;

/** Looks again and again until `stop`, which gives every socket that was there at any look; none where the system does not tell. */
export function watchSockets(pid: number): { stop: () => { within: string[]; beyond: string[] } } {
  const seen = new Map<string, boolean>();
  const look = () => {
    for (const { shown, beyond } of socketsOf(pid)) seen.set(shown, beyond);
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      const those = (wanted: boolean) => [...seen].filter(([, beyond]) => beyond === wanted).map(([shown]) => shown);
      return { within: those(false), beyond: those(true) };
    },
  };
}
