/** Sending deliveries again, and saying how that went. */
import { messageOf } from '../../api/client.ts';
import { type DeliveryChoice, sendAgain } from '../../api/deliveries.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { showToast } from '../toasts.ts';

/** False when nothing could be planned; a note says why. */
export async function planAgain(
  what: { ids: readonly string[] } | { filter: DeliveryChoice },
): Promise<boolean> {
  try {
    const planned = await sendAgain(what);
    if (planned > 0) showToast(texts.planned(planned));
    else showToast('ids' in what ? texts.isUnderWay : texts.noneFitting);
    return true;
  } catch (error) {
    showToast(`${texts.notPlanned} ${messageOf(error)}`, { tone: 'problem' });
    return false;
  }
}
