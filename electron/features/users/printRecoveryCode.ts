/**
 * Prints a recovery code that was just made, two pages for two keepers. The paper is made in memory, goes to the printer and
 * is wiped; it is no document of the archive and is never written to a file.
 */
import { recoverySheet } from '@shared/domain/users/recoverySheet';
import { SHEET_WORDS, type SheetLanguage } from '@shared/domain/users/recoverySheet.words';
import { refuse } from '@shared/kernel/result';
import type { Services } from '../../services';

/** Refusals in order: glyph-missing, print-failed. The paper is in the language of the screen in front of the person. */
export async function printRecoveryCode(
  services: Services,
  input: { bank: string; code: readonly [string, string]; language: SheetLanguage },
): Promise<{ outcome: 'sent' | 'cancelled' }> {
  const words = SHEET_WORDS[input.language];
  const facts = { bank: input.bank, date: services.clock.today(), code: input.code };
  const { bytes } = await services.engine.renderPdf(recoverySheet(words, facts), {});
  try {
    const outcome = await services.host.printPdf({ title: words.title, bytes });
    return outcome === 'failed' ? refuse('print-failed', { number: words.title }) : { outcome };
  } finally {
    bytes.fill(0);
  }
}
