import { z } from 'zod/mini';

// zod probes whether it may make functions from text. Our content security policy forbids that, and each probe would be reported
// as a violation. Every page and worker imports this module first.
z.config({ jitless: true });
