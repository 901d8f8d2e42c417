import { useId } from 'react';
import { DIGITS, formatLabel } from '../../i18n/format.ts';
import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import {
  DEFAULT_PREFERENCES,
  FACES,
  LEADINGS,
  SHORTCUTS,
  SIZES,
  SYNCS,
  THEMES,
  type Preferences,
} from './preferences.ts';
import styles from './SettingsDialog.module.css';

interface ChoiceProps<T extends string | number> {
  readonly legend: string;
  /** What a choice does, where its name does not say it. */
  readonly hint?: string;
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string | number>({ legend, hint, name, options, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles['choice']} aria-describedby={hint === undefined ? undefined : id}>
      <legend>{legend}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint === undefined ? null : (
        <p id={id} className={styles['hint']}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

interface SettingsDialogProps {
  readonly preferences: Preferences;
  /** False when the browser does not let them be kept. */
  readonly isKept: boolean;
  readonly onChange: (change: Partial<Preferences>) => void;
  readonly onClose: () => void;
}

/** Theme, size, leading, face, digits, shortcuts and language; each takes effect at once. */
export function SettingsDialog({ preferences, isKept, onChange, onClose }: SettingsDialogProps) {
  const { t, n, language } = useStrings();
  return (
    <Modal title={t('settings.title')} closeLabel={t('settings.close')} onClose={onClose}>
      <p className={styles['sample']} lang="ar" dir="rtl">
        {formatLabel(t('settings.sample'), language, preferences.digits)}
      </p>
      <Choice
        legend={t('settings.theme')}
        name="theme"
        options={THEMES.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
        value={preferences.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        legend={t('settings.size')}
        name="size"
        options={SIZES.map((value) => ({ value, label: n(value) }))}
        value={preferences.size}
        onChange={(size) => onChange({ size })}
      />
      <Choice
        legend={t('settings.leading')}
        name="leading"
        options={LEADINGS.map((value) => ({ value, label: t(`settings.leading-${value}`) }))}
        value={preferences.leading}
        onChange={(leading) => onChange({ leading })}
      />
      <Choice
        legend={t('settings.face')}
        name="face"
        options={FACES.map((value) => ({ value, label: t(`settings.face-${value}`) }))}
        value={preferences.face}
        onChange={(face) => onChange({ face })}
      />
      <Choice
        legend={t('settings.digits')}
        name="digits"
        options={DIGITS.map((value) => ({ value, label: t(`settings.digits-${value}`) }))}
        value={preferences.digits}
        onChange={(digits) => onChange({ digits })}
      />
      <Choice
        legend={t('settings.sync')}
        hint={t('settings.syncHint')}
        name="sync"
        options={SYNCS.map((value) => ({ value, label: t(`settings.sync-${value}`) }))}
        value={preferences.sync}
        onChange={(sync) => onChange({ sync })}
      />
      <Choice
        legend={t('settings.shortcuts')}
        name="shortcuts"
        options={SHORTCUTS.map((value) => ({ value, label: t(`settings.shortcuts-${value}`) }))}
        value={preferences.shortcuts}
        onChange={(shortcuts) => onChange({ shortcuts })}
      />
      <Choice
        legend={t('settings.language')}
        name="language"
        options={[
          { value: 'ar', label: 'العربية' },
          { value: 'en', label: 'English' },
        ]}
        value={preferences.language}
        onChange={(chosen) => onChange({ language: chosen })}
      />
      {isKept ? null : <p role="note">{t('settings.notKept')}</p>}
      <button
        type="button"
        className={`button ${styles['reset']}`}
        onClick={() => onChange({ ...DEFAULT_PREFERENCES, language: preferences.language })}
      >
        {t('settings.reset')}
      </button>
    </Modal>
  );
}
