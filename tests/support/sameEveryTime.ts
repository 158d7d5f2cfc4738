/** Property tests try the same cases every time, so that a red run means a change; the long sweeps of `npm run fault` look further. */
import fc from 'fast-check';

if (!process.env.QINGSHOU_FAULT_ROUNDS) fc.configureGlobal({ seed: 20261122 });
