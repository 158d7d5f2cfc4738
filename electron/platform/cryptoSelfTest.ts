/**
 * Known answers of everything that keys rest on, tried once before anything is opened: a library or a processor that
 * computes wrongly must not write a single slot.
 */
import { createCipheriv, hkdfSync } from 'node:crypto';
import { RefusalError, refuse } from '@shared/kernel/result';
import { agree, hex, passwordKey, unhex } from './keySealing';

const X25519_SCALAR = 'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4';
const X25519_POINT = 'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c';

interface KnownAnswer {
  readonly name: string;
  readonly run: () => Promise<string> | string;
  readonly answer: string;
}

export const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  {
    // phc-winner-argon2, test.c: Argon2id, version 0x13, t = 2, m = 2^8, p = 1.
    name: 'argon2id',
    run: async () => hex(await passwordKey('password', Buffer.from('somesalt'), { memory: 256, passes: 2 })),
    answer: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  },
  {
    // McGrew and Viega, test case 14: AES-256, key, IV and sixteen bytes of zeros.
    name: 'aes-256-gcm',
    run: () => {
      const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
      const data = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final()]);
      return hex(Buffer.concat([data, cipher.getAuthTag()]));
    },
    answer: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    // RFC 5869, appendix A.1.
    name: 'hkdf-sha256',
    run: () => {
      const [salt, info] = [unhex('000102030405060708090a0b0c'), unhex('f0f1f2f3f4f5f6f7f8f9')];
      return hex(new Uint8Array(hkdfSync('sha256', Buffer.alloc(22, 0x0b), salt, info, 42)));
    },
    answer: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
  {
    // RFC 7748, section 5.2, first vector.
    name: 'x25519',
    run: () => hex(agree(unhex(X25519_SCALAR), X25519_POINT)),
    answer: 'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  },
];

let passed: Promise<void> | null = null;

/** Refusal: crypto-self-test, with the name of what computed wrongly. Runs once in the life of the process. */
export function cryptoSelfTest(): Promise<void> {
  passed ??= tryAnswers(KNOWN_ANSWERS);
  return passed;
}

export async function tryAnswers(answers: readonly KnownAnswer[]): Promise<void> {
  for (const { name, run, answer } of answers) {
    const given = await Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        throw new RefusalError({ code: 'crypto-self-test', facts: { name, cause: String(error) } });
      });
    if (given !== answer) refuse('crypto-self-test', { name });
  }
}
