const importIt = 'In n8n, make a new workflow and choose “Import from file” in its menu.';
const useAddress = 'Publish it, open its first node, and copy the Chat URL into the address above.';

/** The workflows that Parlour gives away, by name: what each does, and the steps from the file to a running one. */
export const workflowTexts = {
  'chat-without-model': {
    title: 'Chat without a model',
    text: 'Asks for an e-mail address by plain rules. Runs at once, without any account: good for a first try.',
    steps: [importIt, useAddress, 'Press the test button.'],
  },
  'chat-agent': {
    title: 'Chat with a model',
    text: 'Talks freely, knows the visitor’s earlier conversations, saves details and ends the conversation by itself.',
    steps: [
      importIt,
      'Choose an account in “Chat Model”. In the three tools add a Header Auth credential: name Authorization, value “Bearer ” and an API key of Parlour with sessions:read, sessions:write and leads:write.',
      useAddress,
    ],
  },
  'completed-lead': {
    title: 'Completed lead',
    text: 'Takes the webhook of a completed lead apart, ready for your own steps: a CRM, a table, a message to the team.',
    steps: [
      importIt,
      'Put your steps between “Lead” and “Respond”.',
      'Publish it, and enter the production URL of its first node as the webhook of this site, under Integrations.',
      'To let nobody else in, choose Header Auth in its first node, with the header and value that you enter there.',
    ],
  },
  'error-reporter': {
    title: 'Error reporter',
    text: 'Tells Parlour when one of your workflows fails, so that it stands beside the conversation it broke.',
    steps: [
      importIt,
      'In “Report to Parlour” add a Header Auth credential: name Authorization, value “Bearer ” and an API key of Parlour with errors:write. Then publish it.',
      'In the settings of your other workflows, choose it as the error workflow.',
    ],
  },
};
