import { number } from '../locale.ts';

type Details = Record<string, unknown>;

const role = (given: unknown) => (given === 'admin' ? 'an admin' : 'an agent');
const conversations = (n: unknown) =>
  Number(n) === 1 ? '1 conversation' : `${number(Number(n))} conversations`;
const states: Record<string, string> = {
  in_progress: 'in progress',
  completed: 'completed',
  abandoned: 'abandoned',
};
const bulk: Record<string, string> = {
  archive: 'archived',
  unarchive: 'moved back to active',
  delete: 'deleted',
  complete: 'marked as completed',
  reopen: 'reopened',
};
const integrations: Record<string, string> = {
  webhook: 'webhook',
  monday: 'Monday.com board',
  messenger: 'Messenger page',
  email: 'e-mail',
};

/** The audit trail in plain sentences. Each deed stands after the name of who did it: "Ana" "made Ben an agent". */
export const activityTexts = {
  deeds: {
    'staff.signed_in': 'signed in',
    'staff.renamed': (about: string) => `changed the name of ${about}`,
    'staff.renamed_self': 'changed their name',
    'staff.password_changed': 'changed their password',
    'staff.session_ended': 'signed out one of their devices',
    'staff.other_sessions_ended': 'signed out all their other devices',
    'staff.invited': (about: string, details: Details) => `invited ${about} as ${role(details.role)}`,
    'staff.invite_link_made': (about: string) => `made a new invitation link for ${about}`,
    'staff.invite_confirmed': 'accepted the invitation',
    'staff.reset_link_made': (about: string) => `made a reset link for ${about}`,
    'staff.reset_requested': 'forgot their password',
    'staff.reset_confirmed': 'chose a new password with a link',
    'staff.role_changed': (about: string, details: Details) => `made ${about} ${role(details.role)}`,
    'staff.mails_chosen': 'chose which mails they get',
    'staff.disabled': (about: string) => `switched ${about} off`,
    'staff.enabled': (about: string) => `switched ${about} on`,
    'staff.signed_out_everywhere': (about: string) => `signed ${about} out everywhere`,
    'mail.mark_cleared': 'let mail go to an address again',
    'api_key.created': (about: string) => `made the API key ${about}`,
    'api_key.revoked': (about: string) => `revoked the API key ${about}`,
    'site.created': (about: string) => `added the site ${about}`,
    'site.updated': (about: string) => `changed ${about}`,
    'site.connect_code_made': (about: string) => `made a WordPress code for ${about}`,
    'demo.filled': 'made sample conversations',
    'demo.removed': 'removed the sample conversations',
    'secrets.rotated': 'sealed all stored secrets with a new APP_SECRET',
    'webhook.secret_made': (about: string) => `made a new webhook secret for ${about}`,
    'integration.enabled': (about: string, { kind }: Details) =>
      `switched on the ${integrations[String(kind)] ?? kind} of ${about}`,
    'session.archived': 'archived a conversation',
    'session.unarchived': 'moved a conversation back to active',
    'session.deleted': 'deleted a conversation',
    'session.erased': 'erased their conversation',
    'session.taken_over': 'took over a conversation',
    'session.released': 'gave a conversation back to the AI',
    'session.labels_set': 'changed the labels of a conversation',
    'label.created': 'made a label',
    'label.updated': 'changed a label',
    'label.deleted': 'removed a label from everywhere',
    'session.bulk_changed': (_: string, { action, changed }: Details) =>
      `${bulk[String(action)] ?? action} ${conversations(changed)}`,
    'session.retention_applied': (about: string, details: Details) =>
      `removed ${conversations(details.conversations)} that ${about} no longer keeps`,
    'session.completion_set': (_: string, { status }: Details) =>
      `marked a conversation as ${states[String(status)] ?? status}`,
    'sessions.exported': (_: string, { format, conversations: n }: Details) =>
      `exported ${conversations(n)} as ${String(format).toUpperCase()}`,
    'person.exported': 'downloaded what is held about a person',
    'person.erased': (_: string, details: Details) =>
      `erased a person, with ${conversations(details.conversations)}`,
    'case.kept': 'kept a conversation as a case',
    'case.accepted': 'accepted new answers of a case',
    'case.dropped': 'removed a case',
    'delivery.retried': (_: string, { count }: Details) =>
      Number(count) === 1 ? 'sent a delivery again' : `sent ${number(Number(count))} deliveries again`,
    'knowledge.page_added': 'added a page to what the assistant knows',
    'knowledge.page_changed': 'changed a page of what the assistant knows',
    'knowledge.page_removed': 'removed a page from what the assistant knows',
    'lead.delivered': 'sent a lead to what is connected',
    'session.reviewed': 'reviewed a conversation',
    'site.identity_secret_made': (about: string) => `made an identity secret for ${about}`,
    'sync.mended': 'mended what was left half done',
    'note.added': 'added a note',
    'note.edited': 'changed a note',
    'note.deleted': 'removed a note',
    'incident.reopened': 'opened an error again',
    'incident.resolved': 'resolved an error',
    'incident.muted': 'muted an error',
    'staff.setup_confirmed': 'set up Parlour',
    'lead.updated': 'changed a lead',
    'lead.reported': 'reported a lead',
  },
  /** Where the thing has no name any more, or never had one. */
  things: {
    session: 'a conversation',
    staff: 'a person',
    api_key: 'an API key',
    site: 'a site',
    lead: 'a lead',
  },
  /** What was changed of a site. */
  parts: {
    name: 'name',
    timezone: 'time zone',
    locale: 'language',
    archived: 'put away',
    allowedOrigins: 'allowed addresses',
    retentionDays: 'retention',
    lead: 'lead fields',
    agent: 'assistant',
    widget: 'look and texts',
    integrations: 'integrations',
  },
  unknown: (deed: string, about: string) => `${deed}: ${about}`,
  visitor: 'A visitor',
  somebody: 'Somebody',
  key: (name: string) => `The key ${name}`,
  someKey: 'An API key',
};
