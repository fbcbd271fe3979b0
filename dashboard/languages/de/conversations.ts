import type { conversationTexts as English } from '../en/conversations.ts';
import { number } from '../locale.ts';

const conversations = (n: number) => (n === 1 ? '1 Gespräch' : `${number(n)} Gespräche`);

/** What is said around conversations by the parts that load when they are wanted: filters, bulk actions, notes, labels. */
export const conversationTexts: typeof English = {
  filters: {
    who: 'Wer antwortet',
    anyone: 'Egal wer',
    lead: 'Lead',
    any: 'Alle',
    quality: 'Prüfung',
    channel: 'Kanal',
    site: 'Website',
    version: 'Version',
    versionHint: 'des Assistenten',
    label: 'Etikett',
    noLabels: 'Noch keine Etiketten. Legen Sie eines neben einem offenen Gespräch an.',
    when: 'Wann',
    anyTime: 'Jederzeit',
    today: 'Heute',
    yesterday: 'Gestern',
    week: 'Letzte 7 Tage',
    month: 'Letzte 30 Tage',
    from: 'Von',
    to: 'Bis',
    sort: 'Reihenfolge',
    sorts: {
      '-lastMessageAt': 'Neueste Nachricht',
      lastMessageAt: 'Älteste Nachricht',
      '-startedAt': 'Neuester Beginn',
      startedAt: 'Frühester Beginn',
    },
    reset: 'Alle zurücksetzen',
  },

  bulk: {
    toolbar: 'Mit der Auswahl',
    selected: (n) => `${number(n)} ausgewählt`,
    allSelected: (n, more) => (more ? `Die ersten ${number(n)} passenden` : `Alle ${number(n)} passenden`),
    selectAll: 'Alle passenden auswählen',
    selectLoaded: 'Alle gezeigten auswählen',
    clear: 'Auswahl aufheben',
    archive: 'Archivieren',
    unarchive: 'Zu den aktiven',
    complete: 'Abschließen',
    reopen: 'Wieder öffnen',
    delete: 'Löschen',
    busy: 'Läuft…',
    done: {
      archive: (n) => `${conversations(n)} archiviert.`,
      unarchive: (n) => `${conversations(n)} wieder aktiv.`,
      complete: (n) => `${conversations(n)} abgeschlossen.`,
      reopen: (n) => `${conversations(n)} wieder geöffnet.`,
      delete: (n) => `${conversations(n)} gelöscht.`,
    },
    more: 'Es gibt noch mehr. Wiederholen Sie es für die nächsten.',
    nothing: 'Es gab nichts zu ändern.',
    failed: 'Das hat nicht geklappt. Was bis dahin geschah, zeigt die Liste.',
    deleteTitle: (n) => `${conversations(n)} löschen?`,
    deleteText:
      'Nachrichten, Leads, Notizen und Prüfungen werden für alle endgültig entfernt. Das lässt sich nicht rückgängig machen. Wenn Sie sie nur weglegen möchten, archivieren Sie sie.',
    deleteOneTitle: (name) => `Gespräch mit ${name} löschen?`,
    deleteOneText:
      'Nachrichten, Lead, Notizen und Prüfungen werden für alle endgültig entfernt. Das lässt sich nicht rückgängig machen. Wenn Sie es nur weglegen möchten, archivieren Sie es.',
    deleteButton: (n) => `${conversations(n)} löschen`,
    keep: () => 'Behalten',
  },

  lead: {
    save: 'Speichern',
    saved: 'Lead gespeichert.',
    history: 'Änderungen',
    changed: (field, from, to) => {
      if (from === null) return `${field}: ${to ?? '–'}`;
      return to === null ? `${field}: „${from}“ entfernt` : `${field}: aus „${from}“ wurde „${to}“`;
    },
    sources: {
      agent: 'Der Assistent hat es gehört',
      visitor: 'Der Besucher',
      staff: 'Das Team',
      automation: 'Eine Automation',
      website: 'Die Website, auf der sie angemeldet sind',
    },
  },

  notes: {
    title: 'Notizen',
    only: 'Nur Ihr Team sieht sie.',
    label: 'Neue Notiz',
    placeholder: 'Eine Notiz für Ihr Team',
    add: 'Notiz hinzufügen',
    save: 'Speichern',
    cancel: 'Abbrechen',
    edit: 'Diese Notiz bearbeiten',
    remove: 'Diese Notiz entfernen',
    removed: 'Notiz entfernt.',
    edited: 'bearbeitet',
    failed: 'Die Notiz wurde nicht gespeichert. Versuchen Sie es noch einmal.',
  },

  labels: {
    title: 'Etiketten',
    add: 'Etikett hinzufügen',
    find: 'Etikett suchen oder anlegen',
    make: (name) => `„${name}“ anlegen`,
    takeOff: (name) => `${name} entfernen`,
    manage: 'Etiketten verwalten',
    failed: 'Die Etiketten wurden nicht gespeichert. Versuchen Sie es noch einmal.',
    hint: 'Tippen Sie einen Namen, um ein neues anzulegen.',
  },

  earlier: {
    title: 'Frühere und spätere dieses Besuchers',
    messages: (n) => (n === 1 ? '1 Nachricht' : `${number(n)} Nachrichten`),
  },
};
