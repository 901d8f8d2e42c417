import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import { DIRECTION, loadLanguage, type Language } from '../i18n/i18n.ts';
import { Announcer } from '../ui/kit/Announcer.tsx';
import { makeStrings, StringsContext } from '../ui/kit/use-strings.ts';
import type { Preferences } from '../ui/settings/preferences.ts';
import { CrashScreen } from './CrashScreen.tsx';
import type { FirstView } from './embedded.ts';
import { collectionQuery, outlineQuery, textQuery } from './queries.ts';
import { ReaderPage } from './ReaderPage.tsx';
import { usePreferences } from './use-preferences.ts';

/** Puts what the page already holds into the cache, so that it is not fetched. */
export function seedQueries(client: QueryClient, view: FirstView): void {
  const { name, collection, outline, texts } = view;
  client.setQueryData(collectionQuery(name).queryKey, collection);
  client.setQueryData(outlineQuery(name, collection).queryKey, outline);
  for (const article of collection.articles) {
    const text = texts.get(article.id);
    if (text !== undefined) client.setQueryData(textQuery(name, article).queryKey, text);
  }
}

/** Carries the preferences to where styles and the browser look for them: the page's root element. */
function useRootAttributes(preferences: Preferences, language: Language | null): void {
  useEffect(() => {
    if (language === null) return;
    const root = document.documentElement;
    root.lang = language;
    root.dir = DIRECTION[language];
  }, [language]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = preferences.theme;
    dataset['size'] = String(preferences.size);
    dataset['leading'] = preferences.leading;
    dataset['face'] = preferences.face;
    // Without it the text stands in the face that stands in for it.
    if (preferences.face === 'sans') import('../style/text-sans.css').catch(() => undefined);
  }, [preferences]);
}

/**
 * The strings of the preferred language, once they are here; until then the page stays in the one it
 * has. `retry` is null unless they could not be fetched.
 */
function useLanguage(instance: i18n, wanted: Language): { language: Language; retry: (() => void) | null } {
  const [language, setLanguage] = useState<Language>('ar');
  const [failed, setFailed] = useState<Language | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const settle = (isLoaded: boolean) => {
      if (!isCurrent) return;
      setFailed(isLoaded ? null : wanted);
      if (isLoaded) setLanguage(wanted);
    };
    loadLanguage(instance, wanted).then(
      () => settle(true),
      () => settle(false),
    );
    return () => {
      isCurrent = false;
    };
  }, [instance, wanted, attempt]);
  return { language, retry: failed === wanted ? () => setAttempt(attempt + 1) : null };
}

/** The whole application, given its cache and its strings. */
export function App({ client, i18n }: { readonly client: QueryClient; readonly i18n: i18n }) {
  const { preferences, change, isKept } = usePreferences();
  const { digits } = preferences;
  const { language, retry } = useLanguage(i18n, preferences.language);
  const strings = useMemo(() => makeStrings(i18n, language, digits), [i18n, language, digits]);
  // While another language is on its way the page keeps the direction it was drawn in.
  const isSettled = language === preferences.language || retry !== null;
  useRootAttributes(preferences, isSettled ? language : null);
  return (
    <QueryClientProvider client={client}>
      <StringsContext value={strings}>
        <CrashScreen>
          <Announcer>
            <ReaderPage
              preferences={preferences}
              arePreferencesKept={isKept}
              onPreferences={change}
              onLanguageRetry={retry}
            />
          </Announcer>
        </CrashScreen>
      </StringsContext>
    </QueryClientProvider>
  );
}
