import type { Sayings } from './sayings.ts';

export const german: Sayings = {
  skip: 'Überspringen',
  yes: 'Ja',
  no: 'Nein',
  defaultGreeting: (siteName) =>
    siteName ? `Guten Tag, ich bin der Assistent von ${siteName}.` : 'Guten Tag, ich bin hier der Assistent.',
  openQuestion: 'Wie kann ich Ihnen helfen?',
  hello: 'Guten Tag.',
  welcome: 'Gern geschehen.',
  wellMet: (name) => `Freut mich, ${name}.`,
  willUse: (address) => `Ich nehme ${address}.`,
  noted: ['Ist notiert.', 'Notiert.', 'Alles klar.'],
  needNoted: ['Das gebe ich an das Team weiter.', 'Das habe ich für das Team notiert.'],
  skipped: [
    'Kein Problem, das können wir überspringen.',
    'In Ordnung, das lassen wir weg.',
    'Gut, das muss nicht sein.',
  ],
  howAreYou: 'Danke, alles bestens.',
  whoAmI: (siteName) =>
    `Ich bin ein automatischer Assistent${siteName ? ` von ${siteName}` : ''}, kein Mensch. Ich nehme Ihr Anliegen auf und gebe es an das Team weiter.`,
  privacy: 'Was Sie hier schreiben, geht an das Team, damit es Ihnen antworten kann.',
  hostile:
    'Es tut mir leid, dass es nicht gut läuft. Sie können jederzeit aufhören oder mir sagen, was das Team wissen sollte.',
  person: 'Selbstverständlich. Ich gebe das an das Team weiter.',
  whereToReach: 'Wie kann man Sie erreichen?',
  personKnown: (contact) =>
    `Selbstverständlich. Ich gebe das an das Team weiter, es meldet sich unter ${contact} bei Ihnen.`,
  browsing: [
    'Lassen Sie sich Zeit. Ich bin da, wenn eine Frage auftaucht.',
    'Sehr gern. Schreiben Sie einfach, wenn Sie etwas brauchen.',
  ],
  unknownAnswer: [
    'Das weiß ich nicht, aber ich gebe Ihre Frage an das Team weiter.',
    'Das kann das Team besser beantworten. Ich gebe Ihre Frage weiter.',
    'Das kann ich selbst nicht beantworten. Das Team bekommt Ihre Frage.',
  ],
  passedOn: ['Das gebe ich an das Team weiter.', 'Das habe ich für das Team notiert.'],
  didYouMean: (address) => `Meinten Sie ${address}?`,
  removed: (what) => `Ich habe das gelöscht: ${what}.`,
  changed: (what, value) => `Ich habe das geändert. ${what}: ${value}.`,
  nameChanged: (name) => `Entschuldigung, ${name}. Ich habe es korrigiert.`,
  changedNeed: 'Ich habe das geändert.',
  notedLater: (what) => `Ich habe das ergänzt: ${what}.`,
  summary: (name, lines) =>
    [
      `Vielen Dank${name ? `, ${name}` : ''}. Das gebe ich an das Team weiter:`,
      ...lines,
      'Das Team meldet sich bei Ihnen. Wenn etwas nicht stimmt, sagen Sie es mir einfach.',
    ].join('\n'),
  closedWithoutContact: (didTellSomething) =>
    didTellSomething
      ? 'Vielen Dank. Ich gebe das so an das Team weiter. Noch kann es Sie nicht erreichen. Wenn Sie eine Antwort möchten, schreiben Sie hier jederzeit Ihre E-Mail-Adresse oder Telefonnummer.'
      : 'Das ist in Ordnung. Wenn Sie später eine Antwort vom Team möchten, schreiben Sie hier einfach, wie man Sie erreicht.',
  closedWithContact: 'Vielen Dank. Ich habe es notiert, und das Team meldet sich bei Ihnen.',
  goodbye: ['Auf Wiedersehen und alles Gute.', 'Einen schönen Tag noch.'],
  afterwards: [
    'Ich bin hier, falls noch etwas ist.',
    'In Ordnung. Schreiben Sie einfach, falls noch etwas ist.',
  ],
  labels: { name: 'Name', company: 'Firma', email: 'E-Mail', phone: 'Telefon' },
  named: { email: 'E-Mail-Adresse', phone: 'Telefonnummer', timeline: 'Beginn' },
  inSentence: (label) => label,
  briefly: {
    need: ['Wobei brauchen Sie Hilfe?', 'Was kann das Team für Sie tun?'],
    name: ['Und wie heißen Sie?', 'Darf ich nach Ihrem Namen fragen?'],
    email: ['An welche E-Mail-Adresse kann das Team schreiben?', 'Und Ihre E-Mail-Adresse?'],
    phone: [
      'Gibt es eine Telefonnummer, unter der man Sie erreicht?',
      'Und eine Telefonnummer, wenn Sie mögen?',
    ],
    company: ['Für welche Firma schreiben Sie?', 'Und Ihre Firma?'],
    budget: ['Gibt es ein ungefähres Budget?', 'Und haben Sie ein Budget im Kopf?'],
    timeline: ['Wann möchten Sie beginnen?', 'Und wann soll es losgehen?'],
  },
  reasons: {
    need: 'So kann Ihnen die richtige Person antworten.',
    name: 'Nur damit das Team weiß, wie es Sie ansprechen soll.',
    firstName: 'Nur damit das Team weiß, wie es Sie ansprechen soll.',
    lastName: 'Nur damit das Team weiß, wie es Sie ansprechen soll.',
    email: 'Nur damit das Team Ihnen eine Antwort schicken kann.',
    phone: 'Manches lässt sich am Telefon schneller klären. Das entscheiden Sie.',
    company: 'Nur damit das Team weiß, mit wem es spricht.',
    budget: 'Mit einer ungefähren Zahl kann das Team etwas Passendes vorschlagen. Das entscheiden Sie.',
    timeline: 'Es hilft dem Team beim Planen. Das entscheiden Sie.',
  },
  otherReason: 'Es hilft dem Team, eine gute Antwort vorzubereiten.',
  onceMore: {
    phoneInstead: 'Das verstehe ich. Wäre Ihnen eine Telefonnummer lieber?',
    emailInstead: 'Das verstehe ich. Wäre Ihnen eine E-Mail-Adresse lieber?',
    contact: 'Das verstehe ich. Sie dient nur dazu, Ihnen zu antworten. Wäre das in Ordnung?',
    name: 'Das verstehe ich. Wie dürfen wir Sie nennen? Ein Vorname genügt.',
    need: 'Das ist in Ordnung. Ein paar Worte genügen: Worum geht es?',
  },
  roughly: (reason) => `Das verstehe ich. ${reason} Wäre eine ungefähre Angabe in Ordnung?`,
  problems: {
    incomplete: [
      'Diese Adresse sieht unvollständig aus. Könnten Sie sie prüfen?',
      'Das kann ich noch nicht als E-Mail-Adresse lesen. Sie sollte aussehen wie name@beispiel.de. Wir können sie auch überspringen.',
      'An dieser Adresse fehlt noch etwas. Versuchen Sie es noch einmal, oder wir überspringen sie.',
    ],
    email: [
      'Das sieht nicht wie eine E-Mail-Adresse aus. Könnten Sie sie prüfen?',
      'Das kann ich noch nicht als E-Mail-Adresse lesen. Sie sollte aussehen wie name@beispiel.de. Wir können sie auch überspringen.',
      'Leider geht auch diese nicht. Versuchen Sie es noch einmal, oder wir überspringen sie.',
    ],
    phone: [
      'Diese Nummer sieht unvollständig aus. Könnten Sie sie prüfen?',
      'Das kann ich noch nicht als Telefonnummer lesen. Mit der Ländervorwahl, etwa +49 30 901820, geht es immer. Wir können sie auch überspringen.',
      'Leider geht auch diese nicht. Versuchen Sie es noch einmal, oder wir überspringen sie.',
    ],
    country: [
      'Könnten Sie die Ländervorwahl ergänzen, etwa +49 oder +43?',
      'Aus welchem Land ist die Nummer? Mit der Vorwahl davor, etwa +49, geht es. Wir können sie auch überspringen.',
      'Ich kann das Land noch nicht erkennen. Versuchen Sie es noch einmal, oder wir überspringen sie.',
    ],
    name: [
      'Entschuldigung, Ihren Namen habe ich nicht verstanden. Wie dürfen wir Sie nennen?',
      'Wie soll das Team Sie ansprechen? Ein Vorname genügt, oder wir überspringen es.',
      'Bitte nur Ihren Namen, oder wir überspringen es.',
    ],
    choice: [
      'Was davon kommt dem am nächsten?',
      'Bitte wählen Sie, was am besten passt, oder wir überspringen es.',
      'Das konnte ich nicht zuordnen. Wählen Sie eines davon, oder wir überspringen es.',
    ],
    number: [
      'Könnten Sie mir das als Zahl nennen?',
      'Eine ungefähre Zahl genügt, etwa 10. Wir können es auch überspringen.',
      'Bitte nur eine Zahl, oder wir überspringen es.',
    ],
    anew: ['Das tut mir leid.'],
    goAhead: [
      'Schreiben Sie gern weiter.',
      'Ich höre zu.',
      'Schreiben Sie es einfach hier, oder wir überspringen es.',
    ],
    unclear: [
      'Das habe ich nicht ganz verstanden.',
      'Entschuldigung, das verstehe ich noch nicht. Wir können es auch überspringen.',
      'Damit kann ich nichts anfangen. Versuchen Sie es noch einmal, oder wir überspringen es.',
    ],
  },
  askAnew: (what) => `Wie ist es richtig? (${what})`,
  fields: {
    need: { label: 'Anliegen', question: 'Wobei können wir Ihnen helfen?' },
    name: { label: 'Name', question: 'Wie heißen Sie?' },
    email: { label: 'E-Mail', question: 'Unter welcher E-Mail-Adresse erreicht Sie das Team?' },
    phone: { label: 'Telefon', question: 'Gibt es eine Telefonnummer, unter der das Team anrufen darf?' },
    budget: { label: 'Budget', question: 'Haben Sie ein ungefähres Budget im Kopf?' },
    timeline: {
      label: 'Beginn',
      question: 'Wann möchten Sie beginnen?',
      choices: [
        'So bald wie möglich',
        'Innerhalb eines Monats',
        'In 1 bis 3 Monaten',
        'Später',
        'Ich will mich nur umsehen',
      ],
    },
  },
};
