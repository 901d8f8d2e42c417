// Opens a page in a fresh browser context, as a first visit, and measures what that costs.

/**
 * The machine and the network that a load is measured with.
 * @typedef {object} Profile
 * @property {string} title
 * @property {string} detail in words
 * @property {{ width: number, height: number }} viewport
 * @property {boolean} isPhone
 * @property {number} slowdown of the processor; 1 for none
 * @property {{ latency: number, down: number, up: number } | null} network latency in ms, rates in
 *   bits a second; null for none
 *
 * @typedef {object} Address what is opened, and what has to have happened before it counts as loaded
 * @property {string} url
 * @property {boolean} hydrates
 * @property {boolean} hasTarget whether it points at a passage
 * @property {boolean} isSecondVisit whether the browser has been there before
 *
 * @typedef {object} Shift
 * @property {number} time in ms
 * @property {number} value
 * @property {string} what was moved
 *
 * @typedef {object} Load all times in ms since navigation began; null for what did not happen
 * @property {number} firstPaint first contentful paint
 * @property {number} largestPaint largest contentful paint
 * @property {string} largest what that was
 * @property {number} shift sum of all layout shifts
 * @property {readonly Shift[]} shifts
 * @property {number} blocking sum of what main-thread tasks took beyond 50 ms
 * @property {number} script main-thread time spent in scripts
 * @property {number} task main-thread time altogether
 * @property {number} bytes received, headers included
 * @property {number} requests
 * @property {number | null} hydrated React has taken the page over and its first effects have run
 * @property {number | null} fontsReady the last web font that the page asked for has arrived
 * @property {number | null} targetPainted the first task after the frame that painted the passage
 * @property {number | null} targetSeen the paragraph of the passage has come into the viewport
 * @property {number} webFont share of the running text's characters that a web font drew, 0 to 1
 *
 * @typedef {object} Watch what the page itself notes while it loads
 * @property {PerformanceEntry[]} entries
 * @property {number | null} hydrated
 * @property {number | null} fontsReady
 * @property {number | null} targetPainted
 * @property {number | null} targetSeen
 */

/** How long nothing must happen before a page counts as loaded. */
const QUIET = 700;
/** How long a page may take before something is wrong with it. */
const LIMIT = 60_000;

/** Runs in the page before anything else of it. */
function watch() {
  /** @type {Watch} */
  const notes = { entries: [], hydrated: null, fontsReady: null, targetPainted: null, targetSeen: null };
  Object.defineProperty(globalThis, 'benchWatch', { value: notes });
  const observer = new PerformanceObserver((list) => notes.entries.push(...list.getEntries()));
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask']) {
    observer.observe({ type, buffered: true });
  }
  document.fonts.addEventListener('loadingdone', () => {
    notes.fontsReady = performance.now();
  });
  // The first effects of the application write the preferences to the root element.
  const root = new MutationObserver(() => {
    const first = document.getElementById('app')?.firstElementChild;
    if (!first || !Object.keys(first).some((key) => key.startsWith('__reactFiber$'))) return;
    notes.hydrated = performance.now();
    root.disconnect();
  });
  root.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-theme', 'lang', 'dir'] });

  const set = Object.getOwnPropertyDescriptor(HighlightRegistry.prototype, 'set')?.value;
  /**
   * @this {HighlightRegistry}
   * @param {string} name
   * @param {Highlight} highlight
   */
  HighlightRegistry.prototype.set = function setAndNote(name, highlight) {
    if (name === 'taqabul-target' && notes.targetSeen === null) {
      requestAnimationFrame(() => {
        const afterFrame = new MessageChannel();
        afterFrame.port1.addEventListener('message', () => {
          notes.targetPainted ??= performance.now();
        });
        afterFrame.port1.start();
        afterFrame.port2.postMessage(null);
      });
      const paragraph = Array.from(highlight)[0]?.startContainer.parentElement;
      const seen = new IntersectionObserver((changes) => {
        if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
        notes.targetSeen ??= performance.now();
        seen.disconnect();
      });
      if (paragraph) seen.observe(paragraph);
    }
    return set.call(this, name, highlight);
  };
}

/**
 * Runs in the page: waits until everything expected has happened and nothing more does, and says what
 * the page noted.
 * @param {{ hydrates: boolean, hasTarget: boolean, quiet: number, limit: number }} expected
 */
async function settle({ hydrates, hasTarget, quiet, limit }) {
  const notes = /** @type {{ benchWatch: Watch }} */ (/** @type {unknown} */ (globalThis)).benchWatch;
  const isDone = () => {
    if (document.fonts.status !== 'loaded') return false;
    if (!notes.entries.some(({ entryType }) => entryType === 'largest-contentful-paint')) return false;
    if (hydrates && notes.hydrated === null) return false;
    if (hasTarget && (notes.targetPainted === null || notes.targetSeen === null)) return false;
    const last = Math.max(
      ...[...notes.entries, ...performance.getEntriesByType('resource')].map(
        (entry) => entry.startTime + entry.duration,
      ),
      notes.hydrated ?? 0,
      notes.fontsReady ?? 0,
      notes.targetSeen ?? 0,
    );
    return performance.now() - last > quiet;
  };
  while (!isDone()) {
    if (performance.now() > limit) throw new Error(`not loaded after ${limit} ms: ${JSON.stringify(notes)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  /** @param {Node | null | undefined} node */
  const describe = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return 'something gone';
    const article = element.closest('[data-article]');
    const name = `${element.tagName.toLowerCase()}${element.classList.length > 0 ? `.${element.classList[0]}` : ''}`;
    return article && article !== element ? `${name} in ${article.getAttribute('data-article')}` : name;
  };
  /**
   * @param {string} type
   * @returns {any[]}
   */
  const entries = (type) => notes.entries.filter(({ entryType }) => entryType === type);
  const largest = entries('largest-contentful-paint').at(-1);
  const shifts = entries('layout-shift').map(({ startTime, value, sources }) => ({
    time: startTime,
    value,
    what: sources.map((/** @type {{ node: Node | null }} */ { node }) => describe(node)).join(', '),
  }));
  const first = entries('paint').find(({ name }) => name === 'first-contentful-paint');
  if (!first || !largest) throw new Error('the page painted nothing');
  return {
    firstPaint: Number(first.startTime),
    largestPaint: Number(largest.startTime),
    largest: describe(largest.element),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    shifts,
    blocking: entries('longtask').reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    hydrated: notes.hydrated,
    fontsReady: notes.fontsReady,
    targetPainted: notes.targetPainted,
    targetSeen: notes.targetSeen,
  };
}

/**
 * The share of the first article's characters that a web font drew.
 * @param {import('playwright').CDPSession} session
 */
async function readWebFont(session) {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-article]:first-of-type p',
  });
  let own = 0;
  let all = 0;
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { isCustomFont, glyphCount } of fonts) {
      all += glyphCount;
      if (isCustomFont) own += glyphCount;
    }
  }
  return all === 0 ? 0 : own / all;
}

/**
 * Opens an address in a browser that keeps nothing from before.
 * @param {import('playwright').Browser} browser
 * @param {Profile} profile
 * @param {Address} address
 * @returns {Promise<Load>}
 */
export async function load(browser, profile, { url, isSecondVisit, ...expected }) {
  const context = await browser.newContext({
    viewport: profile.viewport,
    deviceScaleFactor: profile.isPhone ? 2 : 1,
    hasTouch: profile.isPhone,
    isMobile: profile.isPhone,
  });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    let bytes = 0;
    let requests = 0;
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests += 1;
    });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    if (profile.network !== null) {
      const { latency, down, up } = profile.network;
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: down / 8,
        uploadThroughput: up / 8,
      });
    }
    if (profile.slowdown > 1)
      await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slowdown });
    const visit = async () => {
      await page.goto(url, { waitUntil: 'load', timeout: LIMIT });
      return page.evaluate(settle, { ...expected, quiet: QUIET, limit: LIMIT });
    };
    if (isSecondVisit) {
      await visit();
      await page.goto('about:blank');
      bytes = 0;
      requests = 0;
    }
    const noted = await visit();
    const { metrics } = await session.send('Performance.getMetrics');
    /** @param {string} name of a duration in seconds */
    const read = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
    if (faults.length > 0) throw new Error(`${url}: ${faults.join('; ')}`);
    return {
      ...noted,
      script: read('ScriptDuration'),
      task: read('TaskDuration'),
      bytes,
      requests,
      webFont: await readWebFont(session),
    };
  } finally {
    await context.close();
  }
}
