import { loading, loginPath, message, way } from '../kit/page.js';
import { call, know, who } from '../kit/session.js';
import { t as commonTexts } from '../kit/texts.js';
import { t } from './events-texts.js';

/** The role in which somebody is here, if it is one of these; null otherwise, and who may be here is said. */
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
    refuse(role);
    return null;
  }
  return role;
}

function refuse(role = null) {
  if (role === 'operator') {
    message(t.need, t.needOperator, way(t.allTitle, '/organizer'));
    return;
  }
  const next = encodeURIComponent(location.pathname);
  const other = role === null ? way(commonTexts.logIn, loginPath(), true) : way(commonTexts.allEvents, '/events', true);
  message(t.need, role === null ? t.needHint : t.needOther, way(t.signUp, `/login?role=organizer&next=${next}#signup`), other);
}
