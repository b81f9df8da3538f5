import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type PublishedSite, type SiteServer, serve } from './site-server.ts';

const executablePath =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? '/usr/bin/chromium';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
];

export interface Visit {
  /** Opens a page of the site in a browser that has never been there. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Tests in a real Chromium against a site served on this machine. Without Chromium they are skipped, except in CI,
 * where they must run. Whatever a test does, no request may leave the host, fail, or make the page complain.
 */
export function describeInBrowser(name: string, site: PublishedSite, tests: (visit: Visit) => void): void {
  const isSkipped = !existsSync(executablePath) && process.env['CI'] === undefined;
  describe.skipIf(isSkipped)(name, () => {
    let browser: Browser | undefined;
    let server: SiteServer | undefined;
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];

    beforeAll(async () => {
      server = await serve(site);
      browser = await chromium.launch({ executablePath, args: quiet });
    }, 60_000);

    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
      expect(server?.missing).toEqual([]);
      expect(complaints).toEqual([]);
    });

    const running = () => {
      if (browser === undefined || server === undefined) throw new Error('the browser has not started');
      return { browser, server };
    };

    tests({
      open: async (path, options) => {
        const { url } = running().server;
        const context = await running().browser.newContext(options);
        contexts.push(context);
        const page = await context.newPage();
        page.on('request', (request) => {
          if (!request.url().startsWith(url)) complaints.push(`asked for ${request.url()}`);
        });
        page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(url + path);
        return page;
      },
    });
  });
}
