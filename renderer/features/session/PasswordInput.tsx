/** Password field that says when Caps Lock is on, wherever a password is typed. */
import { Input, type InputRef } from 'antd';
import { type ComponentProps, type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';

type PasswordProps = Omit<ComponentProps<typeof Input.Password>, 'ref'> & { readonly ref?: Ref<InputRef> };

export function PasswordInput(props: PasswordProps) {
  const { t } = useTranslation();
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <>
      <Input.Password
        autoComplete="off"
        maxLength={128}
        {...props}
        onKeyDown={(event) => {
          look(event);
          props.onKeyDown?.(event);
        }}
        onKeyUp={look}
        onBlur={(event) => {
          setCaps(false);
          props.onBlur?.(event);
        }}
      />
      {caps && (
        <div className="qs-caps" role="status">
          {t('session:caps')}
        </div>
      )}
    </>
  );
}
