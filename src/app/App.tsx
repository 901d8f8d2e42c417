import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { ClaimsFile } from '../claims/claims.ts';
import type { Collection } from '../corpus/collection.ts';
import { DIRECTION, loadLanguage } from '../i18n/i18n.ts';
import { Announcer } from '../ui/kit/Announcer.tsx';
import { DigitsContext } from '../ui/kit/use-strings.ts';
import type { Preferences } from '../ui/settings/preferences.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { claimsQuery, collectionQuery, textQuery } from './queries.ts';
import { ReaderPage } from './ReaderPage.tsx';
import { usePreferences } from './use-preferences.ts';

/** Puts what the page already holds into the cache, so that it is not fetched. */
export function seedQueries(
  client: QueryClient,
  view: { name: string; collection: Collection; claims: ClaimsFile; texts: ReadonlyMap<string, string> },
): void {
  const { name, collection, claims, texts } = view;
  client.setQueryData(collectionQuery(name).queryKey, collection);
  client.setQueryData(claimsQuery(name, collection.claims).queryKey, claims);
  for (const article of collection.articles) {
    const text = texts.get(article.id);
    if (text !== undefined) client.setQueryData(textQuery(name, article).queryKey, text);
  }
}

/** Carries the preferences to where styles and the browser look for them: the page's root element. */
function useRootAttributes(preferences: Preferences, language: keyof typeof DIRECTION): void {
  useEffect(() => {
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
  }, [preferences]);
}

/** The strings of the preferred language, once they are here; until then the page stays in the one it has. */
function useLanguage(instance: i18n, preferences: Preferences) {
  const [language, setLanguage] = useState<keyof typeof DIRECTION>('ar');
  useEffect(() => {
    let isCurrent = true;
    loadLanguage(instance, preferences.language).then(
      () => {
        if (isCurrent) setLanguage(preferences.language);
      },
      (error: unknown) => {
        // The strings could not be fetched: the page goes on in the language it has.
        console.warn('interface language not loaded', error);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [instance, preferences.language]);
  return language;
}

/** The whole application, given its cache and its strings. */
export function App({ client, strings }: { readonly client: QueryClient; readonly strings: i18n }) {
  const { preferences, change, isKept } = usePreferences();
  const language = useLanguage(strings, preferences);
  useRootAttributes(preferences, language);
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={strings}>
        <DigitsContext value={preferences.digits}>
          <CrashScreen>
            <Announcer>
              <ReaderPage preferences={preferences} arePreferencesKept={isKept} onPreferences={change} />
            </Announcer>
          </CrashScreen>
        </DigitsContext>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
