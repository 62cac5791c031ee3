import { loading, loginPath, message, way } from '../kit/page.js';
import { call, know, who } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './events-texts.js';

/** Whether an organizer is here; says how to become one otherwise. */
export async function organizer() {
  const session = who();
  if (session === null || session.guest) {
    refuse();
    return false;
  }
  loading();
  const { role, name } = await call('GET', '/api/me');
  know({ role, name });
  if (role !== 'organizer') {
    refuse();
    return false;
  }
  return true;
}

function refuse() {
  const next = encodeURIComponent(location.pathname);
  message(t.need, t.needHint, way(t.signUp, `/login?role=organizer&next=${next}#signup`), way(commonTexts.logIn, loginPath(), true));
}
