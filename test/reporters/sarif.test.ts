import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { ruleTexts } from '../../src/rules/index.ts';
import { LineIndex } from '../../src/text/positions.ts';

const rules = new Map(ruleTexts.map((text) => [text.id, text]));
const place = new LineIndex('one\ntwo\nthree');

const diagnostics: fc.Arbitrary<readonly Diagnostic[]> = fc.array(
  fc.record({
    rule: fc.constantFrom(...rules.keys()),
    severity: fc.constantFrom('error', 'warning', 'info'),
    file: fc.constantFrom('show.md', 'episodes/2025 hé #1.md', 'episodes/a%b?.md'),
    range: fc.integer({ min: 0, max: 13 }).map((offset) => place.range(offset, offset)),
    message: fc.string({ unit: 'binary', minLength: 1 }),
    remedy: fc.string({ minLength: 1 }),
  }),
);

/** What the schema of SARIF 2.1.0 asks of the parts that ppod writes; whole logs were held against the schema itself. */
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

test('every finding is a result that a code-scanning service can place', () => {
  fc.assert(
    fc.property(diagnostics, (found) => {
      const log = JSON.parse(sarif({ diagnostics: found, sources: new Map(), color: false, rules })) as Log;
      expect(log.version).toBe('2.1.0');
      const [run] = log.runs;
      expect(run?.tool.driver.name).toBe('ppod');
      expect(run?.results).toHaveLength(found.length);
      const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, result] of (run?.results ?? []).entries()) {
        const [location] = result.locations;
        expect(ids[result.ruleIndex]).toBe(result.ruleId);
        expect(['error', 'warning', 'note']).toContain(result.level);
        expect(result.message.text).toContain(found[index]?.message);
        const uri = location?.physicalLocation.artifactLocation.uri ?? '';
        expect(uri).toMatch(/^[A-Za-z0-9%._/-]+$/);
        expect(decodeURIComponent(uri)).toBe(found[index]?.file);
        expect(location?.physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
        expect(location?.physicalLocation.region.startColumn).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});
