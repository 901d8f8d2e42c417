import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, listen } from './serve.mjs';

const ARABIC = 'معاهدة بين البلدين '.repeat(200);

let folder = '';
let port = 0;
/** @type {import('node:http').Server} */
let server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  mkdirSync(join(folder, 'fixtures'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), `<!doctype html><p>${ARABIC}`);
  writeFileSync(join(folder, 'dist/.hidden'), 'hidden');
  writeFileSync(join(folder, 'dist/text.txt'), ARABIC);
  writeFileSync(join(folder, 'dist/both.txt'), 'first');
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'dist/assets/face.woff2'), Buffer.alloc(4_000));
  writeFileSync(join(folder, 'fixtures/both.txt'), 'second');
  writeFileSync(join(folder, 'fixtures/other.json'), '{}');
  writeFileSync(join(folder, 'fixtures/ready.txt'), ARABIC);
  writeFileSync(join(folder, 'fixtures/ready.txt.br'), 'made by the build');
  server = createSiteServer([join(folder, 'dist'), join(folder, 'absent'), join(folder, 'fixtures')]);
  port = await listen(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/**
 * Asks with the bare path: `fetch` would tidy `..` away before sending it.
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function ask(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asking = request({ host: 'localhost', port, path, method, headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('what is sent', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?view=table', 'text/html; charset=utf-8', 'no-cache'],
    ['/text.txt', 'text/plain; charset=utf-8', 'no-cache'],
    ['/other.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/face.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('%s has type and caching', async (path, type, caching) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, caching]);
  });

  it('takes the first folder that has the file', async () => {
    expect((await ask('/both.txt')).body.toString()).toBe('first');
    expect((await ask('/other.json')).body.toString()).toBe('{}');
  });

  it('compresses text as the browser accepts it, and nothing else', async () => {
    const brotli = await ask('/text.txt', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(ARABIC);
    const zipped = await ask('/text.txt', { headers: { 'Accept-Encoding': 'gzip, br;q=0' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(ARABIC);
    const plain = await ask('/text.txt');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(ARABIC);
    const font = await ask('/assets/face.woff2', { headers: { 'Accept-Encoding': 'br' } });
    expect(font.headers['content-encoding']).toBeUndefined();
  });

  it('prefers the compressed file that the build made', async () => {
    const { body } = await ask('/ready.txt', { headers: { 'Accept-Encoding': 'br' } });
    expect(body.toString()).toBe('made by the build');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask('/text.txt', { method: 'HEAD' });
    expect([status, headers['content-length'], body.byteLength]).toEqual([
      200,
      `${Buffer.byteLength(ARABIC)}`,
      0,
    ]);
  });

  it('answers 304 to the tag it gave', async () => {
    const { headers } = await ask('/text.txt');
    const again = await ask('/text.txt', { headers: { 'If-None-Match': headers.etag ?? '' } });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
  });
});

describe('what is refused', () => {
  it.each([
    '/missing.txt',
    '/missing',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/.hidden',
    '/text.txt%00.html',
    '/%E0%A4%A',
    '//secret.txt',
  ])('%s is not found, in plain text', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(body.toString()).toBe('Not found\n');
  });

  it('answers 405 to anything that would write', async () => {
    const { status, headers } = await ask('/text.txt', { method: 'PUT' });
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});

describe('listen', () => {
  it('takes the next free port, or says that the only one is taken', async () => {
    const next = createServer();
    expect(await listen(next, port, { tries: 20 })).toBeGreaterThan(port);
    next.close();
    await expect(listen(createServer(), port)).rejects.toThrow(`Port ${port} is in use`);
  });
});
