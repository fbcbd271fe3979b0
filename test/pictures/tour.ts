/** The tour: one conversation from the visitor's first word to the verdict, from both sides. */
import { Film, SCREEN } from './film.ts';
import { settled } from './settled.ts';
import type { Stage } from './stage.ts';

const OPTIONS = { viewport: SCREEN, deviceScaleFactor: 1 };

const LAST_WORDS = 'Thursday is perfect, thank you!';

/** One a scene; README says the same for those who do not see it. */
export const CAPTIONS = [
  'A visitor asks, and is answered at once',
  'The assistant asks how the team can reach them',
  'Your team sees it while it happens',
  'A person takes over with one click',
  'The visitor goes on in the same chat',
  'Afterwards somebody judges the conversation',
] as const;

export async function takeTour(stage: Stage): Promise<{ film: Buffer; still: Buffer }> {
  const film = await Film.begin(stage.browser, CAPTIONS);
  const visitor = await stage.open('/demo', OPTIONS);
  await settled(visitor);
  const field = visitor.getByRole('textbox', { name: 'Your message' });
  const answers = visitor.locator('.bubble.assistant');
  const ask = async (words: string, ms: number) => {
    await film.type(words);
    const before = await answers.count();
    await film.press('Enter', answers.nth(before), ms);
  };

  await film.cut(visitor, 0, 1200);
  await film.click(visitor.getByRole('button', { name: /^Open chat/ }), field, 900);
  await ask('How much does a room for five cost?', 2400);

  await film.cut(visitor, 1, 200);
  await ask('We need five desks by spring', 1300);
  await ask('Mira Novak', 1300);

  const desk = await stage.openDesk('/conversations', OPTIONS);
  await desk.getByRole('link', { name: /Mira Novak/ }).waitFor();
  await settled(desk);
  const heard = desk.locator('parlour-message .bubble.visitor');
  await film.cut(desk, 2, 1400);
  await film.click(desk.getByRole('link', { name: /Mira Novak/ }), heard.nth(1), 1500);
  await field.fill('mira@novak-film.example');
  await field.press('Enter');
  await heard.getByText('mira@novak-film.example').waitFor();
  await settled(desk);
  await film.show(2000);

  const write = desk.getByRole('textbox', { name: 'Write to the visitor' });
  await film.cut(desk, 3, 300);
  await film.click(desk.getByRole('button', { name: /^Take over/ }), write, 800);
  await film.type('Hello Mira, I am Ana. Shall we come on Thursday and measure?');
  await film.press('Enter', desk.locator('.bubble.staff').first(), 1400);

  await visitor.locator('.bubble.staff').first().waitFor();
  await settled(visitor);
  await film.cut(visitor, 4, 1900);
  await film.type(LAST_WORDS);
  await film.press('Enter', visitor.locator('.bubble.visitor', { hasText: LAST_WORDS }), 1400);

  await heard.getByText(LAST_WORDS).waitFor();
  await settled(desk);
  await film.cut(desk, 5, 1300);
  const pass = desk.getByRole('button', { name: /^Pass/ });
  await film.click(desk.getByRole('button', { name: 'Details', exact: true }), pass, 1700);
  await film.click(pass, desk.getByText('Ana Silva passed it'), 3000);
  const still = await desk.screenshot();
  await Promise.all([visitor.context().close(), desk.context().close()]);
  return { film: film.finish(), still };
}
