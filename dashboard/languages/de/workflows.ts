import type { workflowTexts as English } from '../en/workflows.ts';

const importIt = 'Legen Sie in n8n einen neuen Workflow an und wählen Sie in seinem Menü „Import from file“.';
const useAddress =
  'Veröffentlichen Sie ihn, öffnen Sie seinen ersten Knoten und kopieren Sie die Chat-URL in die Adresse oben.';

export const workflowTexts: typeof English = {
  'chat-without-model': {
    title: 'Chat ohne Modell',
    text: 'Fragt nach einfachen Regeln nach einer E-Mail-Adresse. Läuft sofort und ohne Konto: gut zum Ausprobieren.',
    steps: [importIt, useAddress, 'Klicken Sie auf „Assistenten testen“.'],
  },
  'chat-agent': {
    title: 'Chat mit Modell',
    text: 'Spricht frei, kennt frühere Gespräche des Besuchers, speichert Angaben und beendet das Gespräch selbst.',
    steps: [
      importIt,
      'Wählen Sie in „Chat Model“ ein Konto. Legen Sie in den drei Werkzeugen Header-Auth-Zugangsdaten an: Name Authorization, Wert „Bearer “ und ein API-Schlüssel von Parlour mit sessions:read, sessions:write und leads:write.',
      useAddress,
    ],
  },
  'completed-lead': {
    title: 'Vollständiger Lead',
    text: 'Zerlegt den Webhook eines vollständigen Leads, bereit für Ihre eigenen Schritte: ein CRM, eine Tabelle, eine Nachricht ans Team.',
    steps: [
      importIt,
      'Setzen Sie Ihre Schritte zwischen „Lead“ und „Respond“.',
      'Veröffentlichen Sie ihn und tragen Sie die Produktions-URL seines ersten Knotens als Webhook dieser Website unter „Integrationen“ ein.',
      'Damit niemand sonst hineinkommt, wählen Sie in seinem ersten Knoten Header Auth, mit dem Header und dem Wert, die Sie dort eintragen.',
    ],
  },
  'error-reporter': {
    title: 'Fehlermelder',
    text: 'Sagt Parlour Bescheid, wenn einer Ihrer Workflows fehlschlägt, damit es neben dem betroffenen Gespräch steht.',
    steps: [
      importIt,
      'Legen Sie in „Report to Parlour“ Header-Auth-Zugangsdaten an: Name Authorization, Wert „Bearer “ und ein API-Schlüssel von Parlour mit errors:write. Veröffentlichen Sie ihn dann.',
      'Wählen Sie ihn in den Einstellungen Ihrer anderen Workflows als Fehler-Workflow.',
    ],
  },
};
