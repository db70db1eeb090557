import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In place of the actions of others that the workflows use: each does what matters here with git, files and the
 * environment, and notes what it was asked. What they need comes through variables `STAND_IN_…` of the runner.
 */
const standIns: { readonly [action: string]: string } = {
  'actions/checkout': `
inputs:
  persist-credentials: { required: true }
  fetch-depth: { default: '1' }
  token: { default: '\${{ github.token }}' }
runs:
  using: composite
  steps:
    - shell: bash
      env: { DEPTH: '\${{ inputs.fetch-depth }}', TOKEN: '\${{ inputs.token }}' }
      run: |
        find . -mindepth 1 -delete
        git init --quiet -b main .
        git remote add origin "$STAND_IN_ORIGIN"
        depth=(); [ "$DEPTH" = 0 ] || depth=("--depth=$DEPTH")
        basic=$(printf 'x-access-token:%s' "$TOKEN" | base64 -w0)
        git -c "http.extraHeader=Authorization: Basic $basic" fetch --quiet "\${depth[@]}" origin main
        git checkout --quiet --detach "$GITHUB_SHA"
`,
  'aws-actions/configure-aws-credentials': `
inputs:
  aws-region: { required: true }
  role-to-assume: { required: true }
  role-session-name: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      env: { ROLE: '\${{ inputs.role-to-assume }}', REGION: '\${{ inputs.aws-region }}' }
      run: |
        echo "role $GITHUB_JOB $ROLE" >> "$STAND_IN_NOTES"
        printf '%s\\n' AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test "AWS_REGION=$REGION" \\
          "AWS_ENDPOINT_URL=$STAND_IN_AWS" >> "$GITHUB_ENV"
`,
  'aws-actions/amazon-ecr-login': nothing(),
  'docker/setup-buildx-action': nothing(),
  'docker/build-push-action': `
inputs:
  context: { required: true }
  file: { required: true }
  tags: { required: true }
  cache-from: { default: '' }
  cache-to: { default: '' }
outputs:
  digest: { value: '\${{ steps.build.outputs.digest }}' }
runs:
  using: composite
  steps:
    - id: build
      shell: bash
      env: { FILE: '\${{ inputs.file }}', TAGS: '\${{ inputs.tags }}', FROM: '\${{ inputs.cache-from }}', TO: '\${{ inputs.cache-to }}' }
      run: |
        echo "build $FILE $TAGS" >> "$STAND_IN_NOTES"
        printf 'cache %s\\n' "$FROM" "$TO" >> "$STAND_IN_NOTES"
        echo "digest=sha256:$(sha256sum "$FILE" | cut -d' ' -f1)" >> "$GITHUB_OUTPUT"
`,
  'actions/upload-artifact': `
inputs:
  name: { required: true }
  path: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      env: { NAME: '\${{ inputs.name }}', FILE: '\${{ inputs.path }}' }
      run: mkdir -p "$STAND_IN_ARTIFACTS/$NAME" && cp -r "$FILE/." "$STAND_IN_ARTIFACTS/$NAME/"
`,
  'actions/download-artifact': `
inputs:
  pattern: { required: true }
  path: { required: true }
  merge-multiple: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      env: { PATTERN: '\${{ inputs.pattern }}', FOLDER: '\${{ inputs.path }}' }
      run: mkdir -p "$FOLDER" && for part in "$STAND_IN_ARTIFACTS"/$PATTERN; do cp -r "$part/." "$FOLDER/"; done
`,
};

function nothing(): string {
  return '\nruns:\n  using: composite\n  steps:\n    - { shell: bash, run: "true" }\n';
}

/** Writes the stand-ins below a folder, and gives the options that make `act` use them for what the workflows name. */
export function writeStandIns(folder: string, workflows: readonly string[]): readonly string[] {
  for (const [action, text] of Object.entries(standIns)) {
    mkdirSync(join(folder, action), { recursive: true });
    writeFileSync(join(folder, action, 'action.yml'), `name: stand-in\ndescription: stand-in${text}`);
  }
  const used = workflows.flatMap((text) => [...text.matchAll(/uses: (([\w.-]+\/[\w.-]+)@[0-9a-f]{40})/g)]);
  const pairs = used.filter(([, , action = '']) => Object.hasOwn(standIns, action));
  return [
    ...new Set(pairs.map(([, use, action]) => `--local-repository=${use}=${join(folder, action ?? '')}`)),
  ];
}
