/** The program tries its cryptography on published answers before it opens anything (reliability: keys). */
import { describe, expect, it } from 'vitest';
import { cryptoSelfTest, KNOWN_ANSWERS, tryAnswers } from '../../../electron/platform/cryptoSelfTest';
import { passesFor } from '../../../electron/platform/kdfCost';

describe('the self-test', () => {
  it('passes for Argon2id, AES-256-GCM, HKDF and X25519', async () => {
    expect(KNOWN_ANSWERS.map((each) => each.name)).toEqual(['argon2id', 'aes-256-gcm', 'hkdf-sha256', 'x25519']);
    await cryptoSelfTest();
  });

  it.each(KNOWN_ANSWERS)('notices a wrong $name (crypto-self-test)', async (known) => {
    const wrong = { ...known, answer: known.answer.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
    await expect(tryAnswers([wrong])).rejects.toMatchObject({
      refusal: { code: 'crypto-self-test', facts: { name: known.name } },
    });
  });

  it('names what fails altogether', async () => {
    const broken = {
      name: 'argon2id',
      answer: '',
      run: () => {
        throw new Error('no library');
      },
    };
    await expect(tryAnswers([broken])).rejects.toMatchObject({ refusal: { code: 'crypto-self-test' } });
  });
});

describe('the price of a password', () => {
  it('is measured for a third of a second, within bounds', () => {
    expect(passesFor(3, 210)).toBe(5);
    expect(passesFor(3, 350)).toBe(3);
    expect(passesFor(3, 60_000)).toBe(2);
    expect(passesFor(3, 0)).toBe(24);
  });
});
