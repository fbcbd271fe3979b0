/** What a setting of the assistant is called where staff read of its changes. */
import { replayTexts } from '../../languages/en/replays.ts';
import { fieldLabel } from '../naming.ts';

const { settings, lists, partOfField } = replayTexts.history;

/**
 * A path of the stored settings in the words of the screens where they are set.
 * @param path such as `agent.openai.model`, `lead.fields[email].question` or `knowledge[Where are you?]`
 */
export function settingName(path: string): string {
  const known = settings[path];
  if (known) return known;
  const [, list, entry, part] =
    /^(knowledge|page|lead\.fields)\[(.*)\](?: \(\d+\))?(?:\.(\w+))?$/s.exec(path) ?? [];
  if (list && entry !== undefined) {
    if (list !== 'lead.fields') return lists[list]!(entry);
    return partOfField(fieldLabel(entry), fieldLabel(part ?? 'name'));
  }
  return fieldLabel(path.slice(path.lastIndexOf('.') + 1));
}
