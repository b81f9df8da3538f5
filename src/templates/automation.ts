import type { TemplateFile } from './template.ts';

/** Builds on merge and on a timetable, and publishes: for GitHub Pages and for GitLab Pages. */
export function automationFiles(version: string): readonly TemplateFile[] {
  return [
    { path: '.github/workflows/podcast.yml', contents: githubWorkflow(version) },
    { path: '.gitlab-ci.yml', contents: gitlabPipeline(version) },
  ];
}

const githubWorkflow = (
  version: string,
) => `# Checks every pull request, and publishes the show when one is merged and every morning.
# Once, in the repository on GitHub: Settings > Pages > Source > GitHub Actions.
name: Podcast

on:
  push:
    branches: [main]
  pull_request:
  schedule:
    # 06:17 and 09:17 UTC every day: a scheduled episode comes out at the next of these times.
    - cron: '17 6,9 * * *'
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: podcast-\${{ github.ref }}
  cancel-in-progress: false

env:
  # What npm installs: a version, or a package in this repository, such as ./ppod-1.0.0.tgz.
  PPOD: ppod@${version}
  # Where ppod remembers what it measured, so that audio is listened to once.
  PPOD_CACHE: .ppod-cache

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
        with:
          # Audio may be kept in Git LFS.
          lfs: true
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - uses: actions/cache@v4
        with:
          path: .ppod-cache
          key: ppod-audio-\${{ hashFiles('media/**', 'episodes/**') }}
          restore-keys: ppod-audio-
      - name: Install ppod
        run: npm install --global "$PPOD"
      - name: Check and build
        # Findings are shown at their lines in the pull request.
        run: ppod build --format github
      - name: Keep the pages for the next job
        if: github.event_name != 'pull_request'
        uses: actions/upload-pages-artifact@v3
        with:
          path: dist

  publish:
    if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
      - id: deploy
        uses: actions/deploy-pages@v4
`;

const gitlabPipeline = (version: string) => `# Checks every merge request, and publishes the show when one is merged.
# For scheduled episodes: Build > Pipeline schedules > New schedule, every morning.
image: node:22

variables:
  # What npm installs: a version, or a package in this repository, such as ./ppod-1.0.0.tgz.
  PPOD: ppod@${version}
  # Where ppod remembers what it measured, so that audio is listened to once.
  PPOD_CACHE: $CI_PROJECT_DIR/.ppod-cache

cache:
  key: ppod-audio
  paths:
    - .ppod-cache/

before_script:
  - npm install --global "$PPOD"

check:
  script:
    # Findings are shown in the merge request, at their lines.
    - ppod check --format json > findings.json || true
    - |
      node -e '
        const severities = { error: "major", warning: "minor", info: "info" };
        const { findings } = JSON.parse(require("node:fs").readFileSync("findings.json", "utf8"));
        const report = findings.map(({ rule, severity, file, line, column, message, help }) => ({
          description: message + " " + help,
          check_name: rule,
          fingerprint: [rule, file, line, column].join(" "),
          severity: severities[severity],
          location: { path: file, lines: { begin: line } },
        }));
        console.log(JSON.stringify(report));
      ' > gl-code-quality-report.json
    - ppod check
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"

pages:
  script:
    - ppod build --out public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
