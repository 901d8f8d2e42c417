import type { FurniturePart } from '../../corpus/blocks.ts';
import { countWords } from '../../text/words.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Furniture.module.css';

/** Page furniture set aside: one line says what and how much; opening it shows the text in place. */
export function Furniture({
  parts,
  text,
}: {
  readonly parts: readonly FurniturePart[];
  readonly text: string;
}) {
  const { t, n, list, language, dir } = useStrings();
  const kinds = Array.from(new Set(parts.map(({ furniture }) => t(`furniture.${furniture}`))));
  const words = parts.reduce((sum, { span }) => sum + countWords(text.slice(span.start, span.end)), 0);
  return (
    <details className={styles['furniture']}>
      <summary lang={language} dir={dir}>
        {t('article.furniture', { kinds: list(kinds), count: words, n: n(words) })}
      </summary>
      {parts.map(({ span, furniture }) => (
        <div key={span.start} className={styles['part']}>
          <span className={styles['kind']} lang={language} dir={dir}>
            {t(`furniture.${furniture}`)}
          </span>
          <div className={styles['words']} data-start={span.start} data-furniture={furniture}>
            {text.slice(span.start, span.end)}
          </div>
        </div>
      ))}
    </details>
  );
}
