import { describe, expect, it } from '@jest/globals';
import { cutReason } from '../../src/report/long-reason.ts';

const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:warehouse/production/loader-AbCdEf';
const denial = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/headgate-acme-execution/0123456789abcdef0123456789abcdef is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action status code: 400`;

describe('a long reason of AWS', () => {
  it.each([1_024, 600, 500, 400, 300])('keeps the right that is missing within %i characters', (limit) => {
    const cut = cutReason(denial, limit);
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(cut).toContain(`not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret}`);
    expect(cut).toMatch(/^ResourceInitializationError/);
  });

  it('stays as it is while there is room', () => {
    expect(cutReason(denial, denial.length)).toBe(denial);
  });

  it('is never cut within a character', () => {
    for (let length = 20; length < 60; length += 1) {
      const cut = cutReason('\u{1f600}'.repeat(100), length);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }
  });
});
