/**
 * One call of a model, with what its server does not know left out: some know no tools, no usage in a stream, or take
 * no temperature. They say so with a 4xx; the call is repeated without, and that is remembered while this process
 * lives.
 */
import type { Response } from 'undici';
import { type Outgoing, readLimited } from '../../http/outgoing.ts';
import { type AboutCall, connectionFault, errorIn, statusFault } from './faults.ts';
import type { ChatMessage } from './history.ts';
import type { ModelSettings } from './settings.ts';
import type { ToolBox } from './tools.ts';

type Option = 'tools' | 'stream_options' | 'temperature';
const OPTIONS: ReadonlyArray<[Option, RegExp]> = [
  ['stream_options', /stream_options|include_usage/i],
  ['temperature', /temperature/i],
  ['tools', /\btools?\b|tool[_ -](?:choice|call|use)|function[_ -]?call|functions?\b/i],
];
const ERROR_BYTES = 64 * 1024;
/** Sites choose addresses and names: the memory must not grow with them. */
const REMEMBERED_MAX = 1000;

export interface Asked {
  messages: readonly ChatMessage[];
  /** Null: it shall answer in words now. */
  tools: ToolBox['definitions'] | null;
  signal: AbortSignal;
}

export class ModelCaller {
  private readonly lacking = new Map<string, Set<Option>>();

  constructor(private readonly outgoing: Outgoing) {}

  knowsTools(settings: ModelSettings): boolean {
    return !this.lackingOf(settings).has('tools');
  }

  /** The 2xx answer. @throws AgentFault, or `NoTools` when the model turned out to know no tools */
  async call(settings: ModelSettings, asked: Asked, about: AboutCall): Promise<Response> {
    for (;;) {
      const response = await this.send(settings, asked, about);
      if (response.ok) return response;
      const body = await readLimited(response, ERROR_BYTES).catch(() => '');
      const option = this.optionRefused(response.status, body, settings, asked);
      if (!option) throw statusFault(response.status, body, response.headers.get('retry-after'), about);
      this.remember(settings, option);
      if (option === 'tools') throw new NoTools();
    }
  }

  private async send(settings: ModelSettings, asked: Asked, about: AboutCall): Promise<Response> {
    const { base, model, apiKey, temperature } = settings;
    const lacking = this.lackingOf(settings);
    const body = {
      model,
      messages: asked.messages,
      stream: true,
      ...(!lacking.has('stream_options') && { stream_options: { include_usage: true } }),
      ...(temperature !== undefined && !lacking.has('temperature') && { temperature }),
      ...(asked.tools && { tools: asked.tools, tool_choice: 'auto' }),
    };
    try {
      return await this.outgoing.fetch(`${base}/chat/completions`, {
        method: 'POST',
        headers: {
          ...(apiKey && { authorization: `Bearer ${apiKey}` }),
          'content-type': 'application/json',
          accept: 'text/event-stream, application/json',
          'user-agent': 'Parlour',
        },
        body: JSON.stringify(body),
        signal: asked.signal,
      });
    } catch (error) {
      asked.signal.throwIfAborted();
      throw connectionFault(error, about, false);
    }
  }

  /** Which of what was sent the server says it does not take. */
  private optionRefused(
    status: number,
    body: string,
    settings: ModelSettings,
    asked: Asked,
  ): Option | undefined {
    if (![400, 404, 405, 415, 422, 500, 501].includes(status)) return undefined;
    const { message } = errorIn(body);
    const words = typeof message === 'string' ? message : '';
    const lacking = this.lackingOf(settings);
    return OPTIONS.find(([option, pattern]) => {
      const wasSent =
        option === 'tools'
          ? asked.tools !== null
          : option === 'temperature'
            ? settings.temperature !== undefined && !lacking.has(option)
            : !lacking.has(option);
      return wasSent && pattern.test(words);
    })?.[0];
  }

  private lackingOf({ base, model }: ModelSettings): ReadonlySet<Option> {
    return this.lacking.get(`${base} ${model}`) ?? new Set();
  }

  private remember(settings: ModelSettings, option: Option): void {
    if (this.lacking.size > REMEMBERED_MAX) this.lacking.clear();
    const key = `${settings.base} ${settings.model}`;
    this.lacking.set(key, new Set([...this.lackingOf(settings), option]));
  }
}

/** The model knows no tools: it is to be asked again in other words. */
export class NoTools extends Error {}
