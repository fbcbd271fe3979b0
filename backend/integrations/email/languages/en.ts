/** Everything that mails say themselves, in English. Values are put in by functions; names of things come from the dashboard. */
export const english = {
  /** Of dates and numbers. */
  locale: 'en-GB',
  somebodyOnMessenger: 'Somebody on Messenger',
  visitorFrom: (path: string) => `Visitor from ${path}`,
  visitor: 'A visitor',
  /** What is sent to a receiver of a site, within `becauseOf`. */
  about: {
    leads: 'new leads',
    abandoned: 'abandoned conversations',
    waiting: 'calls for a person',
    issues: 'issues',
    fixed: 'fixed issues',
    errors: 'new kinds of errors',
  },
  becauseOf: (what: string, site: string) =>
    `You get this because ${what} on ${site} are sent to this address. An admin can change that in the site’s settings.`,
  facts: {
    email: 'E-mail',
    phone: 'Phone',
    company: 'Company',
    page: 'Page',
    campaign: 'Campaign',
    site: 'Site',
    when: 'When',
    began: 'Began',
    waitingSince: 'Waiting since',
    takenOverBy: 'Taken over by',
    cause: 'Cause',
    fixedIn: 'Fixed in',
    foundBy: 'Found by',
    fixedBy: 'Fixed by',
    conversation: 'Conversation',
    workflow: 'Workflow',
    step: 'Step',
    times: 'Times so far',
    last: 'Last',
    qualified: 'Qualified',
    takenOver: 'Taken over',
    waiting: 'Waiting now',
    openIssues: 'Open issues',
    errors: 'Errors',
  },
  links: {
    lead: 'Open the lead',
    read: 'Read the conversation',
    conversation: 'Open the conversation',
    check: 'Check the conversation',
    error: 'Open the error',
    parlour: 'Open Parlour',
    figures: 'See the figures',
  },
  lead: { subject: (name: string) => `New lead: ${name}`, badge: 'New lead' },
  abandoned: {
    subject: (name: string) => `Conversation abandoned: ${name}`,
    preview: (site: string) => `On ${site}`,
    badge: 'Abandoned',
    heading: (name: string) => `${name} left before the end`,
  },
  waiting: {
    subject: (name: string) => `Waiting for a person: ${name}`,
    preview: 'The visitor asked for a person.',
    previewFor: (holder: string) => `${holder} took over and has not answered yet.`,
    badge: 'Waiting',
    heading: (name: string) => `${name} would like to talk to a person`,
    headingFor: (name: string) => `${name} waits for an answer`,
  },
  issue: {
    subject: (kind: string, site: string) => `Issue on ${site}: ${kind}`,
    foundBy: (who?: string | null) => `Found by ${who ?? 'the team'}`,
    badge: 'Issue',
    heading: 'A conversation has an issue',
    forFixer: 'For whoever fixes it',
    noteOf: (who?: string | null) => `Note of ${who ?? 'the team'}`,
    message: (who: string) => `The message it is about (${who})`,
    roles: { assistant: 'Assistant', staff: 'Team', system: 'Notice' },
    causes: {
      prompt: 'The prompt',
      knowledge: 'The knowledge',
      workflow: 'The workflow',
      model: 'The model',
      bug: 'A bug',
      other: 'Something else',
    },
  },
  fixed: {
    subject: (kind: string, site: string) => `Fixed on ${site}: ${kind}`,
    by: (who?: string | null) => `By ${who ?? 'the team'}`,
    badge: 'Fixed',
    heading: (kind: string) => `An issue is fixed: ${kind}`,
    headingYours: (kind: string) => `The issue you found is fixed: ${kind}`,
    reportedAs: 'Was reported as',
    reasonYours: 'You get this because you found the issue. You can switch these mails off in your account.',
  },
  incident: {
    severities: { warning: 'Warning', error: 'Error', critical: 'Critical error' },
    automation: 'an automation',
    subject: (severity: string, where: string) => `${severity} in ${where}`,
    heading: (where: string) => `Something failed in ${where}`,
    reported: 'What was reported',
    text: 'It counts up when it happens again. You get another mail only after it was resolved.',
    reasonAdmin: 'You get this because you are an admin, and the error belongs to no site.',
  },
  invited: {
    subject: 'You are invited to Parlour',
    preview: 'Choose a password and you are in.',
    heading: (name: string) => `Welcome, ${name}`,
    what: 'You are invited to Parlour, where your team reads and answers the conversations of its web sites.',
    how: 'Choose a password, and you are in. The link works once, for 7 days.',
    action: 'Choose a password',
    reason: (email: string) =>
      `An admin of the team invited ${email}. If you don’t know what this is, do nothing: the invitation ends by itself.`,
  },
  reset: {
    subject: 'Choose a new password for Parlour',
    preview: 'The link works once, for one hour.',
    heading: 'Choose a new password',
    what: (name: string) =>
      `Hello ${name}, somebody asked for a new password for your account, most likely you.`,
    how: 'The link works once, for one hour. Until you choose a new password, the old one holds.',
    reason: (email: string) =>
      `This was sent to ${email}. If you did not ask for it, do nothing: nobody gets in without this mail.`,
  },
  summary: {
    subject: (date: string, conversations: number, leads: number) =>
      `${date}: ${conversations} ${conversations === 1 ? 'conversation' : 'conversations'}, ${leads} ${leads === 1 ? 'lead' : 'leads'}`,
    preview: (waiting: number) =>
      waiting === 0
        ? 'Nobody is waiting now.'
        : `${waiting} ${waiting === 1 ? 'visitor' : 'visitors'} waiting for a person now.`,
    badge: (waiting: number) => `${waiting} waiting now`,
    none: 'No conversation began.',
    began: (conversations: number, completed: number) =>
      `${conversations} ${conversations === 1 ? 'conversation' : 'conversations'} began, ${completed} of them completed.`,
    left: (leads: number) =>
      `${leads === 0 ? 'Nobody' : `${leads} ${leads === 1 ? 'visitor' : 'visitors'}`} left an e-mail address or a phone number.`,
    head: ['Site', 'Conversations', 'Completed', 'Leads'],
    reason: 'You get this because you chose the daily summary. You can switch it off in your account.',
  },
  trial: {
    subject: (site: string) => `Test from Parlour: ${site}`,
    badge: 'It works',
    heading: 'Mails from Parlour arrive here',
    text: (site: string) => `This is how you will hear of what happens on ${site}. Nothing has to be done.`,
    reason: (site: string) => `An admin tried the e-mail settings of ${site}.`,
  },
};

export type MailTexts = typeof english;
