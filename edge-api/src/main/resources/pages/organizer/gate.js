import { loading, loginPath, message, way } from '../kit/page.js';
import { call, know, who } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './events-texts.js';

/** The role in which somebody is here, if it is one of these; null otherwise, and how to become an organizer is said. */
export async function entered(...roles) {
  const session = who();
  if (session === null || session.guest) {
    refuse();
    return null;
  }
  loading();
  const { role, name } = await call('GET', '/api/me');
  know({ role, name });
  if (!roles.includes(role)) {
    refuse();
    return null;
  }
  return role;
}

function refuse() {
  const next = encodeURIComponent(location.pathname);
  message(t.need, t.needHint, way(t.signUp, `/login?role=organizer&next=${next}#signup`), way(commonTexts.logIn, loginPath(), true));
}
