const thrown = new WeakSet<object>();
const proxies = new WeakSet<object>();

/** An error that the caller's own code throws: it must come out as it is. */
export function callersError(): Error {
  const error = new Error("thrown by the caller");
  thrown.add(error);
  return error;
}

/** Throws such an error. */
export function fail(): never {
  throw callersError();
}

/** Whether an error is the caller's, or tells of the caller's as its cause. */
export function isCallers(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  return thrown.has(error) || isCallers((error as { cause?: unknown }).cause);
}

/** A proxy that is known to be one: nobody else can tell. */
export function proxyOf<Target extends object>(target: Target, handler: ProxyHandler<Target>): Target {
  const proxy = new Proxy(target, handler);
  proxies.add(proxy);
  return proxy;
}

/** A proxy that throws whatever is done with it. */
export function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  proxies.add(proxy);
  revoke();
  return proxy;
}

/** Whether looking into an object would run code. */
export function isProxy(value: object): boolean {
  return proxies.has(value);
}
