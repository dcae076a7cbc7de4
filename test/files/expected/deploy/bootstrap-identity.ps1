#Requires -Version 7.4
# Creates the identities of a pipeline for an environment: one that deploys, and one that plans and can't change resources.
# It leaves what exists as it is, so it can run again. deploy/README.md describes it.
param(
    [string] $Environment = '',
    [string] $Subscription = $env:AZURE_SUBSCRIPTION_ID,
    [string] $ResourceGroup = $env:AZURE_RESOURCE_GROUP,
    [string] $IdentityGroup = '',
    [string] $Github = '',
    [string] $Issuer = '',
    [string] $Subject = '',
    [string] $PlanSubject = ''
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$usage = @'
Usage: pwsh deploy/bootstrap-identity.ps1 -Environment ENV -Subscription ID -ResourceGroup NAME -IdentityGroup NAME FEDERATION

Federation, one of:
  -Github OWNER/REPO                                    GitHub Actions, in the environments ENV and ENV-plan
  -Issuer URL -Subject SUBJECT -PlanSubject SUBJECT     As the service connections of Azure DevOps name them

The identities are created in the identity group, and may deploy to and plan the resource group of the environment.
AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP replace -Subscription and -ResourceGroup.
'@

function Stop-Usage([string] $Message) {
    [Console]::Error.WriteLine("bootstrap-identity: $Message`n`n$usage")
    exit 2
}

# az reads a file where a value begins with @.
function Test-Subject([string] $Text) { $Text -match '^[^@\s-]' -and $Text -notmatch '\p{Cc}' }

if ($args.Count -gt 0) { Stop-Usage "unknown option '$($args[0])'" }
Push-Location (Split-Path $PSScriptRoot -Parent)
try {
    . ./deploy/lib/common.ps1
    if (-not (Test-Environment $Environment)) { Stop-Usage "-Environment must be one of $(Get-Environments)" }
    if (-not (Test-Guid $Subscription)) { Stop-Usage '-Subscription must be the ID of a subscription' }
    if (-not (Test-GroupName $ResourceGroup)) { Stop-Usage '-ResourceGroup must be the name of a resource group' }
    if (-not (Test-GroupName $IdentityGroup)) { Stop-Usage '-IdentityGroup must be the name of a resource group' }
    if ($Github -ne '') {
        if ($Github -notmatch '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$') { Stop-Usage '-Github must be OWNER/REPO' }
        if ("$Issuer$Subject$PlanSubject" -ne '') { Stop-Usage 'give -Github, or -Issuer with both subjects' }
    } else {
        if ($Issuer -notmatch '^https://\S+$') { Stop-Usage 'give -Github, or -Issuer with an HTTPS URL' }
        if (-not (Test-Subject $Subject) -or -not (Test-Subject $PlanSubject)) { Stop-Usage '-Issuer needs -Subject and -PlanSubject' }
    }
    . ./deploy/lib/target.ps1
    . ./deploy/lib/identity.ps1

    $credential = 'azure-devops'
    if ($Github -ne '') {
        $credential = 'github'
        $Issuer = 'https://token.actions.githubusercontent.com'
        $prefix = Get-SubjectPrefix
        $Subject, $PlanSubject = "${prefix}:environment:$Environment", "${prefix}:environment:$Environment-plan"
    }
    if ($Subject -ceq $PlanSubject) { Stop-Usage 'the subjects must differ, because only one of the identities may deploy' }

    $at = '--resource-group', $IdentityGroup, '--subscription', $Subscription
    Initialize-Groups
    $tenant = Invoke-Az account show --subscription $Subscription --query tenantId --output tsv
    $base = $ResourceGroup -replace '[^A-Za-z0-9_-]', '-'
    $deployer = New-Identity "id-$base-deploy" $Subject
    Grant-DeploymentRoles $deployer.principal
    $planner = New-Identity "id-$base-plan" $PlanSubject
    Grant-PlanRoles $planner.principal

    Write-Host "Identity $($deployer.name) deploys. Its client ID is $($deployer.client)."
    Write-Host "Identity $($planner.name) plans. Its client ID is $($planner.client)."
    if ($Github -ne '') {
        Write-Host "`nSet the variables of the environments in GitHub:`n"
        Write-Variables $Environment $deployer.client
        Write-Variables "$Environment-plan" $planner.client
    }
} finally {
    Pop-Location
    if (Test-Path variable:scratch) { Remove-Item $scratch -Recurse -Force }
}
