import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createI18n } from '../i18n/i18n.ts';
import { getSeedText, readSeedJson, SEEDS } from '../testing/seeds.ts';
import type { Article } from '../corpus/collection.ts';
import type { LoadError } from './load-error.ts';

const [ARTICLE] = SEEDS.articles;
const TEXT = getSeedText('000');
const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

type Answer = (response: ServerResponse) => void;

const answers = new Map<string, Answer>();
let server: Server;

function send(body: string | Uint8Array, type: string, status = 200): Answer {
  return (response) => response.writeHead(status, { 'Content-Type': type }).end(body);
}

/** Sends less than it promised and drops the connection. */
function breakOff(type: string): Answer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': 10_000 });
    response.write('{"format": "taqabul', () => response.destroy());
  };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('document', { baseURI: `http://127.0.0.1:${port}/` });
  vi.stubGlobal('isSecureContext', true);
  createI18n();
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

async function failureOf(load: Promise<unknown>): Promise<{ failure: string; detail: string }> {
  const { failure, detail } = await load.then(
    () => ({ failure: 'none', detail: '' }),
    (error: LoadError) => error,
  );
  return { failure, detail };
}

async function loadManifest(answer: Answer): Promise<unknown> {
  const { loadCollection } = await import('./load.ts');
  answers.set('/event/collection.json', answer);
  return loadCollection('event', new AbortController().signal);
}

async function loadArticle(answer: Answer, article: Article = ARTICLE!): Promise<unknown> {
  const { loadText } = await import('./load.ts');
  answers.set(`/event/${article.file}`, answer);
  return loadText('event', article, new AbortController().signal);
}

describe('loadCollection', () => {
  it('answers what the manifest says', async () => {
    const body = JSON.stringify(readSeedJson('collection.json'));
    expect(await loadManifest(send(body, JSON_TYPE))).toEqual(SEEDS);
  });

  const failures: [what: string, answer: Answer, failure: string][] = [
    ['404', send('', JSON_TYPE, 404), 'missing'],
    ['410', send('', JSON_TYPE, 410), 'missing'],
    ['401', send('', JSON_TYPE, 401), 'forbidden'],
    ['403', send('', JSON_TYPE, 403), 'forbidden'],
    ['500', send('', JSON_TYPE, 500), 'server'],
    ['503', send('', JSON_TYPE, 503), 'server'],
    ['418', send('', JSON_TYPE, 418), 'status'],
    ['429', send('', JSON_TYPE, 429), 'status'],
    ['another type', send('<p>hello</p>', 'text/html'), 'malformed'],
    ['no JSON', send('{"format": ', JSON_TYPE), 'malformed'],
    ['no manifest', send('{"format": "other"}', JSON_TYPE), 'malformed'],
    ['no UTF-8', send(new Uint8Array([0x22, 0xc7, 0xe1, 0x22]), JSON_TYPE), 'unreadable'],
    ['a connection that ends before there is an answer', (response) => response.destroy(), 'offline'],
    ['a connection that ends in the middle', breakOff(JSON_TYPE), 'offline'],
    ['more than anybody reads', send(new Uint8Array(20_000_001), JSON_TYPE), 'malformed'],
  ];
  it.each(failures)('tells %s', async (_what, answer, failure) => {
    expect((await failureOf(loadManifest(answer))).failure).toBe(failure);
  });

  it('says of a hostile file no more than fits a sentence, and nothing that turns its direction', async () => {
    const id = `\u202E\u2069\u0000${'x'.repeat(100_000)}`;
    const manifest = { ...(readSeedJson('collection.json') as object), id };
    const { failure, detail } = await failureOf(loadManifest(send(JSON.stringify(manifest), JSON_TYPE)));
    expect(failure).toBe('malformed');
    expect(detail).toContain('./event/collection.json: id: ');
    expect(detail.length).toBeLessThan(250);
    expect(detail).not.toMatch(/[\p{Bidi_Control}\p{Cc}]/u);
  });
});

describe('loadText', () => {
  it('answers the text that the manifest describes', async () => {
    expect(await loadArticle(send(TEXT, TEXT_TYPE))).toBe(TEXT);
  });

  const windows1256 = new Uint8Array([0xe3, 0xd1, 0xcd, 0xc8, 0xc7]);
  const other = TEXT.replace('بوتين', 'بايدن');
  const failures: [what: string, body: string | Uint8Array, failure: string][] = [
    ['another text of the same length', other, 'changed'],
    ['a text cut short', TEXT.slice(0, -1), 'changed'],
    ['a text in another encoding', windows1256, 'changed'],
  ];
  it.each(failures)('refuses %s', async (_what, body, failure) => {
    expect((await failureOf(loadArticle(send(body, TEXT_TYPE)))).failure).toBe(failure);
  });

  it('tells what is no text though it is what was published', async () => {
    const sha256 = createHash('sha256').update(windows1256).digest('hex');
    const article = { ...ARTICLE!, sha256 };
    expect((await failureOf(loadArticle(send(windows1256, TEXT_TYPE), article))).failure).toBe('unreadable');
  });

  it('goes by the length alone where no checksum can be had', async () => {
    const { sha256: _sha256, ...article } = ARTICLE!;
    expect(await loadArticle(send(other, TEXT_TYPE), article)).toBe(other);
    expect((await failureOf(loadArticle(send(TEXT.slice(1), TEXT_TYPE), article))).failure).toBe('changed');
  });
});
