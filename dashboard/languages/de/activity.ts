import type { activityTexts as English } from '../en/activity.ts';
import { number } from '../locale.ts';

const role = (given: unknown) => (given === 'admin' ? 'Admin' : 'Mitglied');
const conversations = (n: unknown) => (Number(n) === 1 ? '1 Gespräch' : `${number(Number(n))} Gespräche`);
const states: Record<string, string> = {
  in_progress: 'laufend',
  completed: 'abgeschlossen',
  abandoned: 'abgebrochen',
};
const bulk: Record<string, string> = {
  archive: 'archiviert',
  unarchive: 'wieder aktiv gemacht',
  delete: 'gelöscht',
  complete: 'als abgeschlossen markiert',
  reopen: 'wieder geöffnet',
};
const integrations: Record<string, string> = {
  webhook: 'den Webhook',
  monday: 'das Monday.com-Board',
  messenger: 'die Messenger-Seite',
  email: 'die E-Mails',
};

export const activityTexts: typeof English = {
  deeds: {
    'staff.signed_in': 'hat sich angemeldet',
    'staff.renamed': (about) => `hat den Namen von ${about} geändert`,
    'staff.renamed_self': 'hat den eigenen Namen geändert',
    'staff.password_changed': 'hat das eigene Passwort geändert',
    'staff.session_ended': 'hat eines der eigenen Geräte abgemeldet',
    'staff.other_sessions_ended': 'hat alle anderen eigenen Geräte abgemeldet',
    'staff.invited': (about, details) => `hat ${about} als ${role(details.role)} eingeladen`,
    'staff.invite_link_made': (about) => `hat einen neuen Einladungslink für ${about} erstellt`,
    'staff.invite_confirmed': 'hat die Einladung angenommen',
    'staff.reset_link_made': (about) => `hat einen Link für ein neues Passwort von ${about} erstellt`,
    'staff.reset_requested': 'hat das Passwort vergessen',
    'staff.reset_confirmed': 'hat mit einem Link ein neues Passwort gewählt',
    'staff.role_changed': (about, details) => `hat ${about} zum ${role(details.role)} gemacht`,
    'staff.mails_chosen': 'hat gewählt, welche E-Mails ankommen sollen',
    'staff.disabled': (about) => `hat ${about} gesperrt`,
    'staff.enabled': (about) => `hat ${about} entsperrt`,
    'staff.signed_out_everywhere': (about) => `hat ${about} überall abgemeldet`,
    'mail.mark_cleared': 'lässt wieder E-Mails an eine Adresse gehen',
    'api_key.created': (about) => `hat den API-Schlüssel ${about} erstellt`,
    'api_key.revoked': (about) => `hat den API-Schlüssel ${about} widerrufen`,
    'site.created': (about) => `hat die Website ${about} hinzugefügt`,
    'site.updated': (about) => `hat ${about} geändert`,
    'site.connect_code_made': (about) => `hat einen WordPress-Code für ${about} erstellt`,
    'demo.filled': 'hat Beispielgespräche erzeugt',
    'demo.removed': 'hat die Beispielgespräche entfernt',
    'secrets.rotated': 'hat alle gespeicherten Geheimnisse mit einem neuen APP_SECRET versiegelt',
    'webhook.secret_made': (about) => `hat ein neues Webhook-Geheimnis für ${about} erstellt`,
    'integration.enabled': (about, { kind }) =>
      `hat ${integrations[String(kind)] ?? kind} von ${about} eingeschaltet`,
    'session.archived': 'hat ein Gespräch archiviert',
    'session.unarchived': 'hat ein Gespräch wieder aktiv gemacht',
    'session.deleted': 'hat ein Gespräch gelöscht',
    'session.erased': 'hat das eigene Gespräch gelöscht',
    'session.taken_over': 'hat ein Gespräch übernommen',
    'session.released': 'hat ein Gespräch an die KI zurückgegeben',
    'session.labels_set': 'hat die Etiketten eines Gesprächs geändert',
    'label.created': 'hat ein Etikett angelegt',
    'label.updated': 'hat ein Etikett geändert',
    'label.deleted': 'hat ein Etikett überall entfernt',
    'session.bulk_changed': (_, { action, changed }) =>
      `hat ${conversations(changed)} ${bulk[String(action)] ?? action}`,
    'session.retention_applied': (about, details) =>
      `hat ${conversations(details.conversations)} entfernt, nach der Aufbewahrungsfrist von ${about}`,
    'session.completion_set': (_, { status }) =>
      `hat ein Gespräch als ${states[String(status)] ?? status} markiert`,
    'sessions.exported': (_, { format, conversations: n }) =>
      `hat ${conversations(n)} als ${String(format).toUpperCase()} exportiert`,
    'person.exported': 'hat heruntergeladen, was über eine Person gespeichert ist',
    'person.erased': (_, details) => `hat eine Person gelöscht, mit ${conversations(details.conversations)}`,
    'case.kept': 'hat ein Gespräch als Fall behalten',
    'case.accepted': 'hat neue Antworten eines Falls angenommen',
    'case.dropped': 'hat einen Fall entfernt',
    'delivery.retried': (_, { count }) =>
      Number(count) === 1
        ? 'hat eine Zustellung erneut gesendet'
        : `hat ${number(Number(count))} Zustellungen erneut gesendet`,
    'knowledge.page_added': 'hat dem Wissen des Assistenten eine Seite hinzugefügt',
    'knowledge.page_changed': 'hat eine Seite im Wissen des Assistenten geändert',
    'knowledge.page_removed': 'hat eine Seite aus dem Wissen des Assistenten entfernt',
    'lead.delivered': 'hat einen Lead an die verbundenen Dienste gesendet',
    'session.reviewed': 'hat ein Gespräch geprüft',
    'site.identity_secret_made': (about) => `hat ein Identitätsgeheimnis für ${about} erstellt`,
    'sync.mended': 'hat in Ordnung gebracht, was halb fertig war',
    'note.added': 'hat eine Notiz hinzugefügt',
    'note.edited': 'hat eine Notiz geändert',
    'note.deleted': 'hat eine Notiz entfernt',
    'incident.reopened': 'hat einen Fehler wieder geöffnet',
    'incident.resolved': 'hat einen Fehler erledigt',
    'incident.muted': 'hat einen Fehler stummgeschaltet',
    'staff.setup_confirmed': 'hat Parlour eingerichtet',
    'lead.updated': 'hat einen Lead geändert',
    'lead.reported': 'hat einen Lead gemeldet',
  },
  things: {
    session: 'ein Gespräch',
    staff: 'eine Person',
    api_key: 'ein API-Schlüssel',
    site: 'eine Website',
    lead: 'ein Lead',
  },
  parts: {
    name: 'Name',
    timezone: 'Zeitzone',
    locale: 'Sprache',
    archived: 'stillgelegt',
    allowedOrigins: 'erlaubte Adressen',
    retentionDays: 'Aufbewahrung',
    lead: 'Lead-Felder',
    agent: 'Assistent',
    widget: 'Aussehen und Texte',
    integrations: 'Integrationen',
  },
  unknown: (deed, about) => `${deed}: ${about}`,
  visitor: 'Ein Besucher',
  somebody: 'Jemand',
  key: (name) => `Der Schlüssel ${name}`,
  someKey: 'Ein API-Schlüssel',
};
