import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  MAX_ANNOTATION_BYTES,
  parseAnnotations,
  type PassageAnnotation,
  type ParsedAnnotations,
} from '../exchange/annotations.ts';
import { readSelectorFragment } from '../exchange/selector-fragment.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { AnnotationsDialog } from '../ui/share/AnnotationsDialog.tsx';
import { goTo, readFragment, subscribeToNavigation } from './address.ts';
import { findAnnotated, type Imported } from './import-passages.ts';
import { useAnchoring } from './use-anchoring.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { writeFault } from './write-fault.ts';

export interface OpenAnnotationsProps {
  readonly model: ReaderModel;
  /** A selector that stands in the address, without `#`. */
  readonly selector: string | null;
  readonly onOpened: (imported: Imported | null) => void;
  /** Told when annotations were opened by hand. */
  readonly onDone?: () => void;
  /** Whether the reader is asked for annotations. */
  readonly isAsking: boolean;
  readonly onClose: () => void;
}

let openings = 0;

/** Finds annotated passages, makes them passages of the address, and hands over what became of each. */
function useOpening(model: ReaderModel, onOpened: OpenAnnotationsProps['onOpened']) {
  const client = useQueryClient();
  const name = useAnchoring();
  return async ({ annotations, faults }: ParsedAnnotations, from: Imported['from']) => {
    const asked = readFragment();
    const passages = await findAnnotated(client, model, annotations);
    // Whoever has gone elsewhere meanwhile stays there.
    if (readFragment() !== asked) return;
    const places = passages.flatMap(({ article, text, resolution }) =>
      article !== null && 'span' in resolution ? [{ article: article.id, text, span: resolution.span }] : [],
    );
    await new Promise<void>((done, fail) => {
      name(
        places,
        (named) => {
          openings += 1;
          onOpened({ id: openings, from, passages, faults });
          if (named.length > 0) {
            const tokens = new Map(named.map(({ passage }) => [JSON.stringify(passage), passage]));
            goTo(
              { ...model.view, claim: null, search: null, passages: Array.from(tokens.values()) },
              from === 'address' ? 'replace' : 'push',
            );
          }
          done();
        },
        () => fail(new Error('passages could not be named')),
      );
    });
  };
}

/** Reads the selector of an address, as an annotation of the article that it names, if it does. */
function readSelector(selector: string): ParsedAnnotations {
  const { value, faults } = readSelectorFragment(selector);
  if (value === undefined) return { annotations: [], faults };
  const [, source = null] = /[(,]article=([^,)]{1,64})/.exec(selector) ?? [];
  const annotation: PassageAnnotation = { path: '', source, selectors: [value], comments: [] };
  return { annotations: [annotation], faults: [] };
}

/** Opens annotations of others that the reader gives, and a selector that stands in the address. */
export function OpenAnnotations({
  model,
  selector,
  onOpened,
  onDone,
  isAsking,
  onClose,
}: OpenAnnotationsProps) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const open = useOpening(model, onOpened);
  const [fault, setFault] = useState<string | null>(null);
  const [wasAsking, setWasAsking] = useState(false);
  if (isAsking !== wasAsking) {
    setWasAsking(isAsking);
    if (isAsking) setFault(null);
  }
  const answered = useRef<string | null>(null);
  // A selector that is asked for again is answered again.
  useEffect(
    () =>
      subscribeToNavigation(() => {
        answered.current = null;
      }),
    [],
  );
  const isWaiting = model.columns.some(({ state, isHidden }) => !isHidden && state.status === 'pending');
  useEffect(() => {
    if (selector === null || isWaiting || answered.current === selector) return;
    answered.current = selector;
    open(readSelector(selector), 'address').catch(() => setFault(t('load.partFailed')));
  });
  const read = async (text: string) => {
    const parsed = parseAnnotations(text);
    if (parsed.annotations.length === 0) {
      const [first] = parsed.faults;
      return first === undefined
        ? t('exchange.empty')
        : `${t('exchange.unreadable')} ${writeFault(first, t)}`;
    }
    try {
      await open(parsed, 'annotations');
    } catch {
      return t('load.partFailed');
    }
    onClose();
    onDone?.();
    return null;
  };
  const readFile = async (file: File) => {
    if (file.size > MAX_ANNOTATION_BYTES) return t('exchange.tooLarge');
    try {
      return await read(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      return t('exchange.noText');
    }
  };
  const tell = async (answer: Promise<string | null>) => {
    const message = await answer;
    setFault(message);
    if (message !== null) announce(message);
  };
  return (
    <>
      {/* What stands in the address could not be looked for. */}
      {fault === null || isAsking ? null : <p role="alert">{fault}</p>}
      {isAsking ? (
        <AnnotationsDialog
          fault={fault}
          onFile={(file) => void tell(readFile(file))}
          onText={(text) =>
            void tell(
              text.length > MAX_ANNOTATION_BYTES ? Promise.resolve(t('exchange.tooLarge')) : read(text),
            )
          }
          onClose={onClose}
        />
      ) : null}
    </>
  );
}
