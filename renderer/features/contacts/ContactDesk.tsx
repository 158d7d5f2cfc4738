/** The contact drawer within reach of every screen: F7 opens it for the household on screen, or asks for one (S17). */
import { useParams } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { ContactDrawer } from './ContactDrawer';
import { type ContactValues, EMPTY, type HouseholdChoice, isUntouched } from './contactForm';

/** Opens the drawer: with a form to go on with, or for a household. */
type OpenDesk = (begin: { readonly household: HouseholdChoice | null; readonly form?: ContactValues }) => void;

const DeskContext = createContext<OpenDesk>(() => {});

export const useContactDesk = (): OpenDesk => use(DeskContext);

/** The household whose file is on screen; the file itself has been asked for by its page. */
function useShownHousehold(): HouseholdChoice | null {
  const { key } = useParams({ strict: false }) as { key?: string };
  const file = useApiQuery('parties.household', { key: key ?? '' }, { enabled: key !== undefined && key !== '' });
  return key === undefined || !file.data ? null : { id: file.data.id, borrower: file.data.borrower.name };
}

export function ContactDesk({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay('contact.record');
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useKeptState<ContactValues>('contacts.new', EMPTY);
  const shown = useShownHousehold();
  const open = useMemo<OpenDesk>(
    () =>
      ({ household, form }) => {
        // What was told of somebody stays until it is saved or thrown away; only an untouched form takes the household.
        setValues((kept) => form ?? (isUntouched(kept) && household ? { ...EMPTY, household } : kept));
        setOpen(true);
      },
    [setValues],
  );
  useShortcut('F7', t('contacts:key'), () => open({ household: shown }), may);
  return (
    <DeskContext value={open}>
      {children}
      {may && (
        <ContactDrawer
          open={isOpen}
          values={values}
          onValues={setValues}
          onDiscard={() => {
            setValues(EMPTY);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </DeskContext>
  );
}
