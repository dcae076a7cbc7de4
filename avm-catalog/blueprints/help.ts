/** Examples in the help of `avm`. They don’t load the catalog; tests compare them with it. */
export const examples = {
  component: 'internal-load-balancer',
  componentGives: 'give the application one private address',
  setting: 'virtualMachine.size=Standard_D8s_v5',
  settings: 'backup.retentionDays=30 lock=CanNotDelete',
  rule: 'SEC-009.mode=required customerManagedKeys.enabled=true',
  addition: 'data-disk',
  additionTitle: 'a data disk',
  additionAnswers: '--set name=data --set sizeGb=256',
  satisfies: 'backup',
  keeps: 'storage-account',
  traced: 'bastion',
} as const;
