import type { Examination, Site } from '../../performed.ts';
import { ownerOf, placedOf } from './placed.ts';

export function credentialsExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const { aws, account } = placed;
  return [
    {
      name: 'AWS accepts the credentials',
      look: async () => {
        const { account: seen, arn } = await account.identity();
        const wanted = ownerOf(aws).account;
        if (seen === wanted) return undefined;
        return {
          code: 'E_AWS_ACCOUNT',
          field: 'aws.execution-role',
          message: `The credentials are those of ${arn}; the roles of headgate.yml are of the account ${wanted}.`,
          fix: 'Sign in to that account, or name the roles of this one.',
        };
      },
    },
  ];
}
