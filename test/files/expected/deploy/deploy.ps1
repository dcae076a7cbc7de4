#Requires -Version 7.4
# Checks, plans, deploys, verifies, and destroys one environment of this workspace. deploy/README.md describes it.
param(
    [string] $Verb = '',
    [string] $Environment = '',
    [string] $Subscription = $env:AZURE_SUBSCRIPTION_ID,
    [string] $ResourceGroup = $env:AZURE_RESOURCE_GROUP,
    [string] $Out = '',
    [string] $Digest = '',
    [switch] $First,
    [string] $YesDestroy = ''
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$usage = @'
Usage: pwsh deploy/deploy.ps1 VERB -Environment ENV -Subscription ID -ResourceGroup NAME [OPTION]...

Verbs:
  preflight   List what would make a deployment fail
  plan        Preview the changes, and keep them with their digest
  deploy      Apply the plan with this digest
  verify      Test the deployed resources
  destroy     Delete the deployed resources

Options:
  -Out DIR           plan: where it keeps its files (default: .plan/ENV)
  -Digest SHA256     deploy: the digest of the plan that was approved
  -First             plan, deploy: omit what the first deployment can't have
  -YesDestroy ENV    destroy: confirm with the name of the environment

AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP replace -Subscription and -ResourceGroup.
Exit codes: 0 for success, 1 for a problem or a failure, 2 for wrong usage.
'@

function Stop-Usage([string] $Message) {
    [Console]::Error.WriteLine("deploy: $Message`n`n$usage")
    exit 2
}

if ($Verb -cnotin 'preflight', 'plan', 'deploy', 'verify', 'destroy') { Stop-Usage "unknown verb '$Verb'" }
if ($args.Count -gt 0) { Stop-Usage "unknown option '$($args[0])'" }
if ($Out -ne '') { $Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out) }

Push-Location (Split-Path $PSScriptRoot -Parent)
try {
    . ./deploy/lib/common.ps1
    if (-not (Test-Environment $Environment)) { Stop-Usage "-Environment must be one of $(Get-Environments)" }
    if (-not (Test-Guid $Subscription)) { Stop-Usage '-Subscription must be the ID of a subscription' }
    if (-not (Test-GroupName $ResourceGroup)) { Stop-Usage '-ResourceGroup must be the name of a resource group' }
    if ($Verb -ceq 'deploy' -and $Digest -cnotmatch '^[0-9a-f]{64}$') { Stop-Usage '-Digest must be the SHA-256 that plan printed' }
    . ./deploy/lib/target.ps1
    switch ($Verb) {
        'preflight' { . ./deploy/lib/preflight.ps1; Invoke-Preflight }
        'plan' { . ./deploy/lib/plan.ps1; Invoke-Plan }
        'deploy' { . ./deploy/lib/plan.ps1; Invoke-Deploy }
        'verify' { . ./deploy/lib/verify.ps1; Invoke-Verify }
        'destroy' { . ./deploy/lib/destroy.ps1; Invoke-Destroy }
    }
} finally {
    Pop-Location
    if (Test-Path variable:scratch) { Remove-Item $scratch -Recurse -Force }
}
