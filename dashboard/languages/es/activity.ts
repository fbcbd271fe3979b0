import type { activityTexts as English } from '../en/activity.ts';
import { number } from '../locale.ts';

const role = (given: unknown) => (given === 'admin' ? 'admin' : 'agente');
const conversations = (n: unknown) =>
  Number(n) === 1 ? '1 conversación' : `${number(Number(n))} conversaciones`;
const states: Record<string, string> = {
  in_progress: 'en curso',
  completed: 'completada',
  abandoned: 'abandonada',
};
const bulk: Record<string, string> = {
  archive: 'archivó',
  unarchive: 'devolvió a activas',
  delete: 'eliminó',
  complete: 'completó',
  reopen: 'reabrió',
};
const integrations: Record<string, string> = {
  webhook: 'el webhook',
  monday: 'el tablero de Monday.com',
  messenger: 'la página de Messenger',
  email: 'el correo',
};

export const activityTexts: typeof English = {
  deeds: {
    'staff.signed_in': 'inició sesión',
    'staff.renamed': (about) => `cambió el nombre de ${about}`,
    'staff.renamed_self': 'cambió su nombre',
    'staff.password_changed': 'cambió su contraseña',
    'staff.session_ended': 'cerró la sesión de uno de sus dispositivos',
    'staff.other_sessions_ended': 'cerró la sesión de todos sus demás dispositivos',
    'staff.invited': (about, details) => `invitó a ${about} como ${role(details.role)}`,
    'staff.invite_link_made': (about) => `creó un nuevo enlace de invitación para ${about}`,
    'staff.invite_confirmed': 'aceptó la invitación',
    'staff.reset_link_made': (about) => `creó un enlace para una nueva contraseña de ${about}`,
    'staff.reset_requested': 'olvidó su contraseña',
    'staff.reset_confirmed': 'eligió una nueva contraseña con un enlace',
    'staff.role_changed': (about, details) => `dio a ${about} el rol de ${role(details.role)}`,
    'staff.mails_chosen': 'eligió qué correos recibe',
    'staff.disabled': (about) => `quitó el acceso a ${about}`,
    'staff.enabled': (about) => `devolvió el acceso a ${about}`,
    'staff.signed_out_everywhere': (about) => `cerró todas las sesiones de ${about}`,
    'mail.mark_cleared': 'volvió a permitir correos a una dirección',
    'api_key.created': (about) => `creó la clave de API ${about}`,
    'api_key.revoked': (about) => `revocó la clave de API ${about}`,
    'site.created': (about) => `añadió el sitio ${about}`,
    'site.updated': (about) => `cambió ${about}`,
    'site.connect_code_made': (about) => `creó un código de WordPress para ${about}`,
    'demo.filled': 'creó conversaciones de ejemplo',
    'demo.removed': 'quitó las conversaciones de ejemplo',
    'secrets.rotated': 'selló todos los secretos guardados con un nuevo APP_SECRET',
    'webhook.secret_made': (about) => `creó un nuevo secreto de webhook para ${about}`,
    'integration.enabled': (about, { kind }) => `activó ${integrations[String(kind)] ?? kind} de ${about}`,
    'session.archived': 'archivó una conversación',
    'session.unarchived': 'devolvió una conversación a activas',
    'session.deleted': 'eliminó una conversación',
    'session.erased': 'borró su conversación',
    'session.taken_over': 'se hizo cargo de una conversación',
    'session.released': 'devolvió una conversación a la IA',
    'session.labels_set': 'cambió las etiquetas de una conversación',
    'label.created': 'creó una etiqueta',
    'label.updated': 'cambió una etiqueta',
    'label.deleted': 'eliminó una etiqueta en todas partes',
    'session.bulk_changed': (_, { action, changed }) =>
      `${bulk[String(action)] ?? action} ${conversations(changed)}`,
    'session.retention_applied': (about, details) =>
      `quitó ${conversations(details.conversations)} que ${about} ya no conserva`,
    'session.completion_set': (_, { status }) =>
      `marcó una conversación como ${states[String(status)] ?? status}`,
    'sessions.exported': (_, { format, conversations: n }) =>
      `exportó ${conversations(n)} como ${String(format).toUpperCase()}`,
    'person.exported': 'descargó lo que se guarda sobre una persona',
    'person.erased': (_, details) => `borró a una persona, con ${conversations(details.conversations)}`,
    'case.kept': 'guardó una conversación como caso',
    'case.accepted': 'aceptó nuevas respuestas de un caso',
    'case.dropped': 'quitó un caso',
    'delivery.retried': (_, { count }) =>
      Number(count) === 1
        ? 'volvió a enviar una entrega'
        : `volvió a enviar ${number(Number(count))} entregas`,
    'knowledge.page_added': 'añadió una página a lo que sabe el asistente',
    'knowledge.page_changed': 'cambió una página de lo que sabe el asistente',
    'knowledge.page_removed': 'quitó una página de lo que sabe el asistente',
    'lead.delivered': 'envió un lead a los servicios conectados',
    'session.reviewed': 'revisó una conversación',
    'site.identity_secret_made': (about) => `creó un secreto de identidad para ${about}`,
    'sync.mended': 'arregló lo que había quedado a medias',
    'note.added': 'añadió una nota',
    'note.edited': 'cambió una nota',
    'note.deleted': 'quitó una nota',
    'incident.reopened': 'reabrió un error',
    'incident.resolved': 'resolvió un error',
    'incident.muted': 'silenció un error',
    'staff.setup_confirmed': 'configuró Parlour',
    'lead.updated': 'cambió un lead',
    'lead.reported': 'comunicó un lead',
  },
  things: {
    session: 'una conversación',
    staff: 'una persona',
    api_key: 'una clave de API',
    site: 'un sitio',
    lead: 'un lead',
  },
  parts: {
    name: 'nombre',
    timezone: 'zona horaria',
    locale: 'idioma',
    archived: 'retirado',
    allowedOrigins: 'direcciones permitidas',
    retentionDays: 'conservación',
    lead: 'campos del lead',
    agent: 'asistente',
    widget: 'aspecto y textos',
    integrations: 'integraciones',
  },
  unknown: (deed, about) => `${deed}: ${about}`,
  visitor: 'Un visitante',
  somebody: 'Alguien',
  key: (name) => `La clave ${name}`,
  someKey: 'Una clave de API',
};
