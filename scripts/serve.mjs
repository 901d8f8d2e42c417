import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Stop, main } from './run.mjs';

/** Content types by file ending. Every text says its charset: the texts are Arabic. */
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/** Below this many bytes compression gains nothing. */
const MIN_COMPRESSED = 1_000;

const YEAR = 365 * 24 * 60 * 60;

/**
 * @typedef {object} SiteFile
 * @property {string} path where it stands on the disk
 * @property {number} size in bytes
 * @property {number} changed in milliseconds since 1970
 *
 * @typedef {'br' | 'gzip' | 'identity'} Encoding
 */

/**
 * A server of static files, as any ordinary host of static files would answer: no fallback to
 * `index.html`, so that a missing text is seen to be missing.
 * @param {readonly string[]} roots folders searched in this order; those that do not exist are passed over
 */
export function createSiteServer(roots) {
  const folders = roots.map((root) => resolve(root));
  /** @type {Map<string, Promise<Buffer>>} compressed bodies by file, time and encoding */
  const compressed = new Map();
  return createServer((request, response) => {
    answer(folders, compressed, request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) refuse(response, 500, 'Something went wrong here');
      else response.destroy();
    });
  });
}

/**
 * @param {readonly string[]} folders
 * @param {Map<string, Promise<Buffer>>} compressed
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(folders, compressed, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are answered');
  }
  const path = readPath(request.url ?? '/');
  const file = path === null ? null : await findFile(folders, path);
  if (path === null || file === null) return refuse(response, 404, 'Not found');

  const type = TYPES.get(extname(file.path)) ?? 'application/octet-stream';
  const isText = type.includes('charset');
  const encoding = isText && file.size >= MIN_COMPRESSED ? chooseEncoding(request) : 'identity';
  // Weak, because the same tag stands for the compressed and the plain form.
  const tag = `W/"${file.size.toString(36)}-${Math.round(file.changed).toString(36)}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('ETag', tag);
  // The build writes a hash into every name under assets/: such a file never changes.
  const isHashed = path.startsWith('/assets/');
  response.setHeader('Cache-Control', isHashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
  if (isText) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return undefined;
  }

  const body = await readBody(file, encoding, compressed);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.byteLength);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  return undefined;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} reason
 */
function refuse(response, status, reason) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(`${reason}\n`);
}

/**
 * The path that an address asks for, decoded.
 * @param {string} url
 * @returns {string | null} null when it cannot be decoded or could lead out of the folders: a dot at
 *   the start of a part (`..`, hidden files), a backslash, a null character
 */
function readPath(url) {
  const [encoded = ''] = url.split(/[?#]/, 1);
  try {
    const path = decodeURIComponent(encoded);
    return path.startsWith('/') && !/\/\.|\\|\0/.test(path) ? path : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/**
 * @param {readonly string[]} folders
 * @param {string} path
 * @returns {Promise<SiteFile | null>} the first that exists; a path that ends in `/` means its index.html
 */
async function findFile(folders, path) {
  for (const folder of folders) {
    const candidate = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = await stat(candidate).catch(() => null);
    if (found?.isFile()) return { path: candidate, size: found.size, changed: found.mtimeMs };
  }
  return null;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Encoding} the best that the browser accepts
 */
function chooseEncoding(request) {
  const header = request.headers['accept-encoding'];
  /** @param {string} name */
  const accepts = (name) =>
    typeof header === 'string' &&
    header.split(',').some((part) => {
      const [coding, ...parameters] = part.split(';').map((piece) => piece.trim());
      return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/**
 * The bytes to send: a compressed file beside the original when the build made one that is not
 * older, otherwise compressed here, once.
 * @param {SiteFile} file
 * @param {Encoding} encoding
 * @param {Map<string, Promise<Buffer>>} compressed
 * @returns {Promise<Buffer>}
 */
async function readBody(file, encoding, compressed) {
  if (encoding === 'identity') return readFile(file.path);
  const beside = `${file.path}.${encoding === 'br' ? 'br' : 'gz'}`;
  const found = await stat(beside).catch(() => null);
  if (found?.isFile() && found.mtimeMs >= file.changed) return readFile(beside);

  const key = `${encoding} ${file.changed} ${file.path}`;
  const body = compressed.get(key) ?? readFile(file.path).then((content) => compress(content, encoding));
  compressed.set(key, body);
  return body;
}

/**
 * @param {Buffer} content
 * @param {'br' | 'gzip'} encoding
 */
function compress(content, encoding) {
  if (encoding === 'gzip') return promisify(gzip)(content);
  // 9 of 11: the last two steps gain a few per cent and cost many times the time.
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/**
 * Starts listening on this machine only.
 * @param {import('node:net').Server} server
 * @param {number} port the first to try; 0 for any free one
 * @param {{ tries?: number, host?: string }} [options] how many ports to try, counting up
 * @returns {Promise<number>} the port taken
 */
export async function listen(server, port, { tries = 1, host = 'localhost' } = {}) {
  for (let candidate = port; ; candidate += 1) {
    try {
      await listenOnce(server, candidate, host);
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
      if (candidate + 1 >= port + tries) {
        throw new Stop(`Port ${candidate} is in use. End what uses it, or choose another with --port.`);
      }
    }
  }
}

/**
 * @param {import('node:net').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listenOnce(server, port, host) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

/** By hand: `node scripts/serve.mjs dist e2e/collections --port 4174`. */
async function serve() {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '4174' }, host: { type: 'string', default: 'localhost' } },
    allowPositionals: true,
  });
  const roots = positionals.length > 0 ? positionals : ['dist'];
  const port = await listen(createSiteServer(roots), Number(values.port), { host: values.host });
  console.log(`Serving ${roots.join(', ')} at http://${values.host}:${port}/`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(serve);
