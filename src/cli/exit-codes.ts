/** 0 done; 1 findings stop the job; 2 the command was used wrongly; 3 the machine failed us (disk, permission, network); 130 a person stopped it with Ctrl-C, as shells have it. */
export const exitCodes = { done: 0, findings: 1, usage: 2, machine: 3, interrupted: 130 } as const;
