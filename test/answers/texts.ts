import type { Finding } from '../../src/findings/finding.ts';

export const minimal = `version: 2
blueprint: windows-vm@1.0.0
workload: {name: demo, description: A demo}
environments:
  dev:
    lock: none
`;

/** As a person might have left it: comments everywhere, odd spacing, both styles, quotes of both kinds. */
export const commented = `# yaml-language-server: $schema=.avm/avm.schema.json

# ours, do not touch

version:   1   # the format
blueprint: 'windows-vm@1.0.0'
workload:
    # four spaces here
    name: demo      # short
    description: "A \\"demo\\"" # long

constitution:
  rules:
    # agreed with security, 2026-02
    SEC-005:   { level: must,   maxHours: 2 }   # was 3
    SEC-010: should # until the feature is registered
    TST-001:
      level: must
      regions:
      # the near one
      - westeurope   # first
      - northeurope

tags:
  owner: platform-team   # a group
  "costCenter": '0001'
  # application: set by the pipeline

spec:

  # the machine
  virtualMachine:
    size: Standard_D2s_v5   # see TST-002
    # image: 2019-datacenter
    dataDisks:
      # logs
      - name: logs
        lun: 0
        sizeGb: 64
        type: Premium_LRS
        caching: None # written all the time
    # end of the machine

  # backups
  backup: { enabled: true, retentionDays: 30 } # daily
  # end of spec

environments:
  dev: {}   # nothing of its own
  prod:
    # the big one
    virtualMachine: {size: Standard_D4s_v5}
    lock: CanNotDelete # never by hand
  # more to come
defaultEnvironment: dev # for now
# the end
`;

/** `code answer line`, for tables. */
export function brief({ code, where }: Finding): string {
  return [code, where.answer ?? '', where.line ?? ''].join(' ').trim();
}
