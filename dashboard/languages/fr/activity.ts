import type { activityTexts as English } from '../en/activity.ts';
import { number } from '../locale.ts';

const role = (given: unknown) => (given === 'admin' ? 'admin' : 'agent');
const conversations = (n: unknown) =>
  Number(n) < 2 ? `${number(Number(n))} conversation` : `${number(Number(n))} conversations`;
const states: Record<string, string> = {
  in_progress: 'en cours',
  completed: 'terminée',
  abandoned: 'abandonnée',
};
const bulk: Record<string, string> = {
  archive: 'a archivé',
  unarchive: 'a désarchivé',
  delete: 'a supprimé',
  complete: 'a terminé',
  reopen: 'a rouvert',
};
const integrations: Record<string, string> = {
  webhook: 'le webhook',
  monday: 'le tableau Monday.com',
  messenger: 'la Page Messenger',
  email: 'les e-mails',
};

export const activityTexts: typeof English = {
  deeds: {
    'staff.signed_in': 's’est connecté',
    'staff.renamed': (about) => `a renommé ${about}`,
    'staff.renamed_self': 'a changé son nom',
    'staff.password_changed': 'a changé son mot de passe',
    'staff.session_ended': 'a déconnecté un de ses appareils',
    'staff.other_sessions_ended': 'a déconnecté tous ses autres appareils',
    'staff.invited': (about, details) => `a invité ${about} comme ${role(details.role)}`,
    'staff.invite_link_made': (about) => `a créé un nouveau lien d’invitation pour ${about}`,
    'staff.invite_confirmed': 'a accepté l’invitation',
    'staff.reset_link_made': (about) => `a créé un lien de mot de passe pour ${about}`,
    'staff.reset_requested': 'a oublié son mot de passe',
    'staff.reset_confirmed': 'a choisi un nouveau mot de passe avec un lien',
    'staff.role_changed': (about, details) => `a donné à ${about} le rôle ${role(details.role)}`,
    'staff.mails_chosen': 'a choisi ses e-mails',
    'staff.disabled': (about) => `a désactivé ${about}`,
    'staff.enabled': (about) => `a réactivé ${about}`,
    'staff.signed_out_everywhere': (about) => `a déconnecté ${about} partout`,
    'mail.mark_cleared': 'a de nouveau autorisé les e-mails vers une adresse',
    'api_key.created': (about) => `a créé la clé API ${about}`,
    'api_key.revoked': (about) => `a révoqué la clé API ${about}`,
    'site.created': (about) => `a ajouté le site ${about}`,
    'site.updated': (about) => `a modifié ${about}`,
    'site.connect_code_made': (about) => `a créé un code WordPress pour ${about}`,
    'demo.filled': 'a créé des exemples de conversations',
    'demo.removed': 'a supprimé les exemples de conversations',
    'secrets.rotated': 'a scellé tous les secrets enregistrés avec un nouveau APP_SECRET',
    'webhook.secret_made': (about) => `a créé un nouveau secret de webhook pour ${about}`,
    'integration.enabled': (about, { kind }) =>
      `a activé ${integrations[String(kind)] ?? kind} pour ${about}`,
    'session.archived': 'a archivé une conversation',
    'session.unarchived': 'a désarchivé une conversation',
    'session.deleted': 'a supprimé une conversation',
    'session.erased': 'a effacé sa conversation',
    'session.taken_over': 'a pris la main sur une conversation',
    'session.released': 'a rendu la main à l’IA dans une conversation',
    'session.labels_set': 'a changé les étiquettes d’une conversation',
    'label.created': 'a créé une étiquette',
    'label.updated': 'a modifié une étiquette',
    'label.deleted': 'a supprimé une étiquette partout',
    'session.bulk_changed': (_, { action, changed }) =>
      `${bulk[String(action)] ?? action} ${conversations(changed)}`,
    'session.retention_applied': (about, details) =>
      `a supprimé ${conversations(details.conversations)} que ${about} ne conserve plus`,
    'session.completion_set': (_, { status }) =>
      `a marqué une conversation comme ${states[String(status)] ?? status}`,
    'sessions.exported': (_, { format, conversations: n }) =>
      `a exporté ${conversations(n)} en ${String(format).toUpperCase()}`,
    'person.exported': 'a téléchargé ce qui est conservé sur une personne',
    'person.erased': (_, details) => `a effacé une personne, avec ${conversations(details.conversations)}`,
    'case.kept': 'a gardé une conversation comme cas',
    'case.accepted': 'a accepté de nouvelles réponses d’un cas',
    'case.dropped': 'a retiré un cas',
    'delivery.retried': (_, { count }) =>
      Number(count) < 2 ? 'a relancé un envoi' : `a relancé ${number(Number(count))} envois`,
    'knowledge.page_added': 'a ajouté une page aux connaissances de l’assistant',
    'knowledge.page_changed': 'a modifié une page des connaissances de l’assistant',
    'knowledge.page_removed': 'a supprimé une page des connaissances de l’assistant',
    'lead.delivered': 'a transmis un prospect aux services connectés',
    'session.reviewed': 'a relu une conversation',
    'site.identity_secret_made': (about) => `a créé un secret d’identité pour ${about}`,
    'sync.mended': 'a réparé ce qui était resté inachevé',
    'note.added': 'a ajouté une note',
    'note.edited': 'a modifié une note',
    'note.deleted': 'a retiré une note',
    'incident.reopened': 'a rouvert une erreur',
    'incident.resolved': 'a résolu une erreur',
    'incident.muted': 'a mis une erreur en sourdine',
    'staff.setup_confirmed': 'a configuré Parlour',
    'lead.updated': 'a modifié un prospect',
    'lead.reported': 'a signalé un prospect',
  },
  things: {
    session: 'une conversation',
    staff: 'une personne',
    api_key: 'une clé API',
    site: 'un site',
    lead: 'un prospect',
  },
  parts: {
    name: 'nom',
    timezone: 'fuseau horaire',
    locale: 'langue',
    archived: 'archivage',
    allowedOrigins: 'adresses autorisées',
    retentionDays: 'conservation',
    lead: 'champs prospect',
    agent: 'assistant',
    widget: 'apparence et textes',
    integrations: 'intégrations',
  },
  unknown: (deed, about) => `${deed}\u00a0: ${about}`,
  visitor: 'Un visiteur',
  somebody: 'Quelqu’un',
  key: (name) => `La clé ${name}`,
  someKey: 'Une clé API',
};
