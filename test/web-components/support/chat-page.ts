/** A landing page with the widget, in a real browser, on another origin than the backend. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { testBrowser } from '../../support/browser.ts';
import { until } from '../../support/until.ts';
import { FakeVisitorApi } from './fake-visitor-api.ts';
import { widgetFiles } from './widget-files.ts';

export interface PageOptions {
  /** The page's markup; by default the script that places the floating button. */
  body?: (api: FakeVisitorApi) => string;
  head?: string;
  csp?: (api: FakeVisitorApi) => string;
  /** The page's own language. */
  lang?: string;
}

/** Browser, backend and the site's own server: one of each for a file of tests. */
export class Rig {
  readonly api: FakeVisitorApi;
  readonly browser: Browser;
  landing: PageOptions = {};
  readonly #site = createServer((request, response) => {
    const { body, head = '', csp, lang = 'en' } = this.landing;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (csp) response.setHeader('content-security-policy', csp(this.api));
    const script = `<script type="module" src="${this.api.url}/widget.js" data-site="demo"></script>`;
    response.end(
      `<!doctype html><html lang="${lang}"><head><title>Landing</title><meta name="viewport" content="width=device-width">${head}</head><body><main><h1>Landing page ${request.url}</h1><p>Some text.</p>${body?.(this.api) ?? script}</main></body></html>`,
    );
  });
  siteUrl = '';

  private constructor(api: FakeVisitorApi, browser: Browser) {
    this.api = api;
    this.browser = browser;
  }

  static async start(): Promise<Rig> {
    const rig = new Rig(await FakeVisitorApi.start(await widgetFiles()), await testBrowser());
    await new Promise<void>((resolve) => rig.#site.listen(0, '127.0.0.1', resolve));
    rig.siteUrl = `http://127.0.0.1:${(rig.#site.address() as AddressInfo).port}`;
    return rig;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.api.close();
    this.#site.closeAllConnections();
    await new Promise((resolve) => this.#site.close(resolve));
  }

  /** Opens the landing page as a new visitor. */
  async visit(page: PageOptions = {}, options: BrowserContextOptions = {}): Promise<ChatPage> {
    this.landing = page;
    const context = await this.browser.newContext({ locale: 'en-US', ...options });
    const chat = new ChatPage(context, await context.newPage());
    await chat.page.goto(`${this.siteUrl}/`);
    return chat;
  }

  /**
   * Waits until what the backend says comes in live. What failed before that goes once more by itself when it does; from
   * then on it waits to be sent again.
   */
  async live({ page }: ChatPage): Promise<void> {
    const dots = page.getByRole('img', { name: 'Ana is typing' });
    await until(() => {
      this.api.latest?.tell('typing', { name: 'Ana', on: true });
      return dots.isVisible();
    }, 'the live events');
    this.api.staffTypes(false);
    await dots.waitFor({ state: 'detached' });
  }
}

/** What a visitor sees and does. */
export class ChatPage {
  readonly launcher: Locator;
  readonly dialog: Locator;
  readonly field: Locator;
  readonly log: Locator;

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.launcher = page.getByRole('button', { name: /^Open chat/ });
    this.dialog = page.getByRole('dialog');
    this.field = page.getByRole('textbox', { name: 'Your message' });
    this.log = page.getByRole('log');
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.field.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Waits for a finished message in the log. */
  async hears(text: string): Promise<void> {
    await this.log.getByText(text, { exact: true }).waitFor();
  }

  /** The texts in the log, in order. */
  texts(): Promise<string[]> {
    return this.page.locator('[role=log] .bubble').allTextContents();
  }

  async menu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('button', { name: item, exact: true }).click();
  }

  async tab(): Promise<ChatPage> {
    const other = new ChatPage(this.context, await this.context.newPage());
    await other.page.goto(this.page.url());
    return other;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
