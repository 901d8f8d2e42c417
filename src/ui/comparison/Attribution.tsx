import type { Chain } from '../../claims/claims.ts';
import { directionOf } from '../../corpus/direction.ts';
import type { Span } from '../../text/offsets.ts';
import { useStrings } from '../kit/use-strings.ts';
import type { ComparedSource } from './compared-source.ts';
import { writeAttribution } from '../kit/write-evidence.ts';
import { findNaming } from './passage-words.ts';
import styles from './Comparison.module.css';

/** Stands for the link of a chain while the sentence around it is written. */
const FIRST_PLACE = 0xe000;
const PLACE = /([\uE000-\uF8FF])/u;

interface AttributionProps {
  readonly chain: Chain;
  readonly source: ComparedSource;
  readonly onReveal: (article: string, span: Span) => void;
}

/** Who says it, as a sentence in which each name leads to where the source names it, in the source's words. */
export function Attribution({ chain, source, onReveal }: AttributionProps) {
  const strings = useStrings();
  const { t, pick } = strings;
  const places = chain.map((_, index) => String.fromCharCode(FIRST_PLACE + index));
  return (
    <span>
      {writeAttribution(places, strings)
        .split(PLACE)
        .map((piece) => {
          const link = PLACE.test(piece) ? chain[piece.charCodeAt(0) - FIRST_PLACE] : undefined;
          if (link === undefined) return piece;
          const name = pick(link.name);
          const naming = findNaming(source.text, link);
          return (
            <span key={piece}>
              <button
                type="button"
                className={styles['voice']}
                aria-label={t('collation.goToVoice', { voice: name, name: source.name })}
                onClick={() => onReveal(source.id, link.range)}
              >
                {name}
              </button>
              {naming === null ? null : (
                <>
                  {' '}
                  <q className={styles['naming']} lang={source.language} dir={directionOf(source.language)}>
                    {naming}
                  </q>
                </>
              )}
            </span>
          );
        })}
    </span>
  );
}
