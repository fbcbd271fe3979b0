/** Bodies of n8n's Error Trigger, in the shapes a real n8n 2.x sends. */

/** An HTTP Request node that failed; the request it made is sent along. */
export const httpNodeFailed = (execution = '42') => ({
  execution: {
    id: execution,
    url: `http://127.0.0.1:5678/workflow/failHttp0000001/executions/${execution}`,
    error: {
      level: 'warning',
      description: 'forced /status/500',
      tags: {},
      timestamp: 1795370576136,
      context: {
        itemIndex: 0,
        request: {
          headers: { authorization: 'Bearer canary-token-of-the-request', accept: 'application/json' },
          method: 'POST',
          uri: 'http://127.0.0.1:9921/status/500?key=canary-query',
          body: { email: 'canary.customer@example.com' },
        },
      },
      name: 'NodeApiError',
      node: {
        id: '00000000-0000-4000-8000-000000000081',
        name: 'Call API',
        type: 'n8n-nodes-base.httpRequest',
        typeVersion: 4.2,
        position: [220, 0],
        parameters: { method: 'POST', url: 'http://127.0.0.1:9921/status/500' },
      },
      messages: ['500 - "{\\"error\\":{\\"code\\":\\"E\\"}}"'],
      httpCode: '500',
      message: 'The service was not able to process your request',
      stack: 'NodeApiError: The service was not able to process your request\n    at ExecuteContext.execute',
    },
    lastNodeExecuted: 'Call API',
    mode: 'webhook',
    executionContext: { version: 1, establishedAt: 1795370575927, source: 'webhook' },
  },
  workflow: { id: 'failHttp0000001', name: 'Sales chat' },
});

/** A Code node that threw: no `node`, no `httpCode`. */
export const codeNodeThrew = {
  execution: {
    id: '43',
    url: 'http://127.0.0.1:5678/workflow/failCode0000001/executions/43',
    error: {
      level: 'info',
      description: null,
      tags: {},
      name: 'WrappedExecutionError',
      lineNumber: 1,
      message: 'boom in code [line 1]',
      stack: 'WrappedExecutionError: boom in code [line 1]',
    },
    lastNodeExecuted: 'Boom',
    mode: 'webhook',
  },
  workflow: { id: 'failCode0000001', name: 'fails in Code node' },
};

/** The trigger itself failed: there is no execution. */
export const triggerFailed = {
  trigger: {
    error: { message: 'Could not connect to the mail server', name: 'TriggerError', description: null },
    mode: 'trigger',
  },
  workflow: { id: '77', name: 'Inbox' },
};
