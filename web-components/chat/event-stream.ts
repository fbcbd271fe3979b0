/** One event of a text/event-stream; `data` is the parsed JSON. */
export interface StreamEvent {
  event: string;
  data: unknown;
}

/**
 * Reads a text/event-stream (WHATWG HTML, "Server-sent events"). EventSource cannot send an Authorization header, so
 * the body of a fetch is read instead. Ends when the server ends the stream, or when nothing at all, pings included,
 * came for `idle` ms: a connection that was cut on the way often looks merely silent.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  idle: number,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data: string[] = [];
  try {
    for (;;) {
      const timer = setTimeout(() => void reader.cancel(), idle);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A CR at the very end may be the first half of a CRLF: it waits for the next piece.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop()!;
      for (const line of lines) {
        // A dot has to stand for every character here: U+2028 ends no line of a stream, and JSON leaves it as it is.
        const [, field, text = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
        if (line === '') {
          if (data.length) yield { event: event || 'message', data: JSON.parse(data.join('\n')) };
          event = '';
          data = [];
        } else if (field === 'data') data.push(text);
        else if (field === 'event') event = text;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
