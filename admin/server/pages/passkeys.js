/** Passkeys on the login page and the account page, and for the CMS: what only a browser can do. */

const tooOld =
  'Trình duyệt này chưa dùng được khóa đăng nhập. Hãy cập nhật trình duyệt, hoặc dùng trình duyệt khác.';
const unsafeLine =
  'Trang này không mở qua https nên trình duyệt không dùng khóa đăng nhập. Hãy mở bằng địa chỉ https://…';

/** Why this browser can use no passkey here; nothing when it can. */
function hindrance() {
  if (!isSecureContext) return unsafeLine;
  const { PublicKeyCredential: keys } = globalThis;
  const isNew = keys?.parseRequestOptionsFromJSON && keys.parseCreationOptionsFromJSON;
  return isNew ? undefined : tooOld;
}

/** What a browser says when it has made or used none, as what to do. */
function wordsOf(error) {
  switch (error.name) {
    case 'InvalidStateError':
      return 'Thiết bị này đã có khóa của tài khoản. Hãy chọn thiết bị khác.';
    case 'SecurityError':
      return 'Khóa đăng nhập không dùng được ở địa chỉ này. Hãy mở trang biên tập bằng tên miền, qua https.';
    default:
      return 'Chưa nhận được khóa: bạn đã bỏ qua, hoặc đã quá giờ. Hãy thử lại.';
  }
}

async function answerOf(work) {
  const reason = hindrance();
  if (reason) throw new Error(reason);
  const credential = await work().catch((error) => {
    throw new Error(wordsOf(error), { cause: error });
  });
  return credential.toJSON();
}

/** The answer to a challenge of `/api/login`; throws with what to do. */
export function askPasskey(challenge) {
  return answerOf(() => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge);
    return navigator.credentials.get({ publicKey });
  });
}

function makePasskey(offer) {
  return answerOf(() => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(offer);
    return navigator.credentials.create({ publicKey });
  });
}

/** The answer's JSON, also of a refusal, which has `error` and `code`. */
async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
    () => {
      throw new Error('Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.');
    },
  );
  const nothing = { error: `Máy chủ không làm được việc này (mã ${response.status}).` };
  const answer = await response.json().catch(() => nothing);
  return response.ok || answer.error ? answer : nothing;
}

/** Throws what a refusal says. */
function granted(answer) {
  if (answer.error) throw new Error(answer.error);
  return answer;
}

async function logIn(fields) {
  const answer = await post('/api/login', fields);
  if (answer.code !== 'passkey-required') return granted(answer);
  try {
    const passkey = await askPasskey(answer.passkey);
    return granted(await post('/api/login', { ...fields, passkey }));
  } catch (error) {
    const more = answer.mayUseCode ? ' Cũng có thể nhập mã hai bước.' : '';
    throw new Error(error.message + more, { cause: error });
  }
}

async function add({ name, password }) {
  const offer = granted(await post('/api/passkeys/offer', { password }));
  granted(await post('/api/passkeys', { name, passkey: await makePasskey(offer) }));
}

async function run(form) {
  const { ve, ...fields } = Object.fromEntries(new FormData(form));
  const button = form.querySelector('button');
  const alert = form.querySelector('[role="alert"]');
  button.disabled = true;
  alert.hidden = true;
  try {
    await (form.dataset.passkey === 'add' ? add(fields) : logIn(fields));
    location.assign(ve ?? form.dataset.next);
  } catch (error) {
    alert.textContent = error.message;
    alert.hidden = false;
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // The listener of all pages lets a form be sent once.
    event.stopPropagation();
    void run(form);
  });
}
