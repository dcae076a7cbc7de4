/**
 * Controls that built-in initiatives of Azure Policy assign to the definitions that rules name.
 * Source: github.com/Azure/azure-policy at f4a50bac (2026-04-29), policySetDefinitions: Security Center/AzureSecurityCenter.json,
 * Regulatory Compliance/CISv2_0_0.json, and Regulatory Compliance/CIS_Azure_Foundations_v3.0.0.json.
 */
export const assigned: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'Azure Backup should be enabled for Virtual Machines': { mcsb: ['BR-1', 'BR-2'] },
  'Azure Key Vault should use RBAC permission model': { mcsb: ['PA-7'], cis2: ['8.6'], cis3: ['3.3.6'] },
  'Azure Key Vaults should use private link': { mcsb: ['NS-2', 'DP-8'], cis2: ['8.7'] },
  'Key vaults should have deletion protection enabled': { mcsb: ['DP-8'], cis2: ['8.5'], cis3: ['3.3.5'] },
  'Key vaults should have soft delete enabled': { mcsb: ['DP-8'], cis2: ['8.5'], cis3: ['3.3.5'] },
  'Machines should be configured to periodically check for missing system updates': {
    mcsb: ['PV-6'],
    cis2: ['2.1.13'],
  },
  'Managed disks should disable public network access': { cis3: ['8.5'] },
  'Management ports of virtual machines should be protected with just-in-time network access control': {
    mcsb: ['NS-3', 'PA-2'],
  },
  'Secure transfer to storage accounts should be enabled': { mcsb: ['DP-3'], cis2: ['3.1'], cis3: ['4.1'] },
  'Storage account public access should be disallowed': { mcsb: ['NS-2'], cis2: ['3.7', '5.1.3'], cis3: ['4.6'] },
  'Storage accounts should have infrastructure encryption': { cis2: ['3.2'], cis3: ['4.2'] },
  'Storage accounts should have the specified minimum TLS version': { cis2: ['3.15'], cis3: ['4.15'] },
  'Storage accounts should prevent shared key access': { mcsb: ['IM-1'] },
  'Storage accounts should use customer-managed key for encryption': {
    mcsb: ['DP-5'],
    cis2: ['3.12'],
    cis3: ['6.1.3'],
  },
  'Storage accounts should use private link': { mcsb: ['NS-2'], cis2: ['3.10'], cis3: ['4.9'] },
  'Subnets should be associated with a Network Security Group': { mcsb: ['NS-1'] },
  'Virtual machines and virtual machine scale sets should have encryption at host enabled': { mcsb: ['DP-4'] },
  'Windows machines should meet requirements of the Azure compute security baseline': { mcsb: ['PV-4'] },
};
