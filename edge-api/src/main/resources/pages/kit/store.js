/** Things kept under a name, for this tab or for this browser; where nothing can be kept, nothing is found. */
class Store {
  constructor(open) {
    try {
      this.storage = open();
    } catch {
      this.storage = null; // Browsers may forbid even to look.
    }
  }

  get(name) {
    try {
      return JSON.parse(this.storage.getItem(`onsale.${name}`) ?? 'null');
    } catch {
      return null;
    }
  }

  set(name, value) {
    try {
      this.storage?.setItem(`onsale.${name}`, JSON.stringify(value));
    } catch {
      // Full, or closed to this page.
    }
  }

  remove(name) {
    this.storage?.removeItem(`onsale.${name}`);
  }

  /** Removes everything whose name begins so. */
  clear(prefix) {
    Object.keys(this.storage ?? {})
      .filter((name) => name.startsWith(`onsale.${prefix}`))
      .forEach((name) => this.storage.removeItem(name));
  }
}

export const tab = new Store(() => sessionStorage);
export const browser = new Store(() => localStorage);

/** A name that nobody else comes upon. Not randomUUID, which is there only where the page came over TLS. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
