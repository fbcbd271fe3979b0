/**
 * Shows the real widget with settings that the dashboard sends: `{config, choices, open, scheme}`. Whatever the
 * widget asks its backend is answered here, and no request of it leaves the page: nothing is stored anywhere.
 */
{
  const NOTE = 'This is a preview. Nothing you write here is sent or kept.';
  let shown;
  let messages = [];
  let session;

  const message = (role, text, more) => {
    const made = {
      id: crypto.randomUUID?.() ?? `${Date.now()}-${messages.length}`,
      seq: messages.length + 1,
      role,
      text,
      createdAt: new Date().toISOString(),
      ...more,
    };
    messages.push(made);
    return made;
  };

  const json = (body, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

  const begin = () => {
    messages = [];
    session = {
      id: 'preview',
      completionStatus: 'in_progress',
      mode: 'ai',
      startedAt: new Date().toISOString(),
    };
    const { config, choices } = shown;
    message('assistant', config.greeting, choices && { choices });
    return json({ session, token: 'preview', messages }, 201);
  };

  const answer = ({ id, text }) => {
    const events = [message('visitor', text, { id }), message('system', NOTE)].map(
      (stored) => `event: message\ndata: ${JSON.stringify(stored)}\n\n`,
    );
    return new Response(`${events.join('')}event: done\ndata: {}\n\n`);
  };

  const lead = ({ consent, custom, ...details }) => {
    const given = consent && { ...consent, at: new Date().toISOString() };
    session.lead = {
      ...session.lead,
      ...details,
      custom: { ...session.lead?.custom, ...custom },
      ...(given && { consent: given }),
    };
    return json(session.lead);
  };

  const after = (url) => messages.filter(({ seq }) => seq > Number(url.searchParams.get('after') ?? 0));

  const answers = {
    'POST /sessions': begin,
    'GET /session': (_, url) => json({ session, messages: after(url) }),
    // Open for as long as the page is, and silent: nobody else is here.
    'GET /session/events': () => new Response(new ReadableStream()),
    'POST /session/messages': answer,
    'PUT /session/lead': lead,
  };

  window.fetch = async (address, { method = 'GET', body } = {}) => {
    const url = new URL(address, location.href);
    const path = url.pathname.replace('/api/v1/visitor', '');
    if (path.startsWith('/sites/')) return json(shown.config);
    const make = answers[`${method} ${path}`];
    return make ? make(body ? JSON.parse(body) : {}, url) : json({});
  };

  /** One that is still on its way to opening goes once it is open: its panel must be in the page to begin. */
  const drop = (chat) => {
    const opening = chat.hasAttribute('open') && !chat.shadowRoot?.querySelector('parlour-panel');
    if (opening) chat.addEventListener('parlour-open', () => chat.remove(), { once: true });
    else chat.remove();
  };

  const show = (settings) => {
    // It opens when the dashboard says so, and not by itself.
    const { openAfterSeconds, ...config } = settings.config;
    shown = { ...settings, config };
    messages = [];
    session = undefined;
    document.documentElement.dataset.scheme = settings.scheme;
    const before = document.querySelectorAll('parlour-chat');
    const chat = document.createElement('parlour-chat');
    chat.setAttribute('site', 'preview');
    if (config.theme === 'auto') chat.setAttribute('theme', settings.scheme);
    chat.toggleAttribute('open', settings.open);
    document.body.append(chat);
    // The old one stays for the blink that the new one takes to draw itself.
    requestAnimationFrame(() => {
      for (const old of before) drop(old);
    });
  };

  // The page has no origin of its own in its frame, so the dashboard is known by its window and its address.
  const tell = (word) => parent.postMessage({ parlourPreview: word }, location.origin);
  for (const word of ['open', 'close'])
    addEventListener(`parlour-${word}`, (event) => {
      if (event.composedPath().includes(document.body.lastElementChild)) tell(word);
    });
  addEventListener('message', ({ source, origin, data }) => {
    if (source === parent && origin === location.origin && data?.config) show(data);
  });
  addEventListener('load', () => tell('ready'));
}
