import type { helpTexts as English } from '../en/help.ts';

export const helpTexts: typeof English = {
  keys: { enter: 'Eingabe', shift: 'Umschalt', escape: 'Esc' },
  title: 'Tastenkürzel',
  next: 'Nächstes in der Liste',
  previous: 'Voriges in der Liste',
  open: 'Öffnen',
  search: 'Suchen',
  pick: 'Auswählen oder Auswahl aufheben',
  pickRange: 'Alle bis hierher auswählen',
  archive: 'Archivieren oder zurückholen; einen Fehler erledigen',
  takeOver: 'Gespräch übernehmen, dann schreiben',
  complete: 'Abschließen oder wieder öffnen',
  skip: 'Überspringen, in der Prüfliste',
  judge: 'Bestanden, Mangel, behoben, ungeprüft',
  print: 'Gespräch drucken',
  undo: 'Letzte Änderung rückgängig machen',
  back: 'Auswahl aufheben oder zurück zur Liste',
  help: 'Diese Hilfe zeigen',
  off: 'Kürzel mit einer Taste sind ausgeschaltet. Sie können sie in den Einstellungen einschalten.',
};
