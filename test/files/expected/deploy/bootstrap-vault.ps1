#Requires -Version 7.4
# Creates the key vaults with the secrets of an environment, and stores a random password that nobody sees.
# It leaves an existing resource group, key vault, or secret as it is, so it can run again. deploy/README.md describes it.
param(
    [string] $Environment = '',
    [string] $Subscription = $env:AZURE_SUBSCRIPTION_ID,
    [string] $Principal = '',
    [string] $PrincipalType = 'User'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$usage = @'
Usage: pwsh deploy/bootstrap-vault.ps1 -Environment ENV -Subscription ID [-Principal OBJECT_ID -PrincipalType TYPE]

The principal may write secrets: the signed-in user, or the identity with this object ID (ServicePrincipal, Group).
AZURE_SUBSCRIPTION_ID replaces -Subscription.
'@

function Stop-Usage([string] $Message) {
    [Console]::Error.WriteLine("bootstrap-vault: $Message`n`n$usage")
    exit 2
}

function New-Password([string] $Path) {
    [IO.File]::WriteAllText($Path, [Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32)))
}

if ($args.Count -gt 0) { Stop-Usage "unknown option '$($args[0])'" }
Push-Location (Split-Path $PSScriptRoot -Parent)
try {
    . ./deploy/lib/common.ps1
    if (-not (Test-Environment $Environment)) { Stop-Usage "-Environment must be one of $(Get-Environments)" }
    if (-not (Test-Guid $Subscription)) { Stop-Usage '-Subscription must be the ID of a subscription' }
    if ($Principal -ne '' -and -not (Test-Guid $Principal)) { Stop-Usage '-Principal must be an object ID' }

    if ($Principal -eq '') { $Principal = Invoke-Az ad signed-in-user show --query id --output tsv }
    $here = $settings.environments.$Environment
    foreach ($one in $here.secrets) {
        $at = '--resource-group', $one.resourceGroup, '--subscription', $Subscription
        if ("$(Invoke-Az group exists --name $one.resourceGroup --subscription $Subscription --output tsv)" -ne 'true') {
            [ordered]@{ location = $here.location; tags = $one.tags } | ConvertTo-Json -Compress | Set-Content "$scratch/group.json"
            Invoke-Az rest --method put --url "/subscriptions/$Subscription/resourcegroups/$($one.resourceGroup)?api-version=2021-04-01" --body "@$scratch/group.json" --output none
        }
        $id = Invoke-Az keyvault list @at --query "[?name=='$($one.vault)'].id" --output tsv
        if ("$id" -eq '') {
            $id = Invoke-Az keyvault create --name $one.vault @at --location $here.location --enabled-for-template-deployment true --enable-rbac-authorization true --enable-purge-protection true --query id --output tsv
        } else {
            Invoke-Az keyvault update --name $one.vault @at --enabled-for-template-deployment true --output none
        }
        Invoke-Az role assignment create --role 'Key Vault Secrets Officer' --assignee-object-id $Principal --assignee-principal-type $PrincipalType --scope "$id" --output none
        $names = Invoke-Az keyvault secret list --vault-name $one.vault --subscription $Subscription --query '[].name' --output tsv
        if ($names -contains $one.secret) {
            Write-Host "Secret $($one.secret) exists in key vault $($one.vault)."
        } else {
            New-Password "$scratch/password"
            Invoke-Az keyvault secret set --vault-name $one.vault --name $one.secret --subscription $Subscription --file "$scratch/password" --output none
            Remove-Item "$scratch/password"
            Write-Host "Stored secret $($one.secret) in key vault $($one.vault)."
        }
    }
} finally {
    Pop-Location
    if (Test-Path variable:scratch) { Remove-Item $scratch -Recurse -Force }
}
