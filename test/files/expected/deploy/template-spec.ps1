#Requires -Version 7.4
# Publishes the compiled template as a version of a template spec. README.md describes it.
param(
    [string] $Verb = '',
    [string] $Name = '',
    [string] $Version = '',
    [string] $Location = '',
    [string] $Subscription = '',
    [string] $ResourceGroup = ''
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$usage = @'
Usage: pwsh deploy/template-spec.ps1 publish -Name NAME -Version VERSION -Location REGION -Subscription ID -ResourceGroup GROUP

Options:
  -Name NAME             the name of the template spec
  -Version VERSION       the version to publish, such as 1.0.0
  -Location REGION       the region of the template spec
  -Subscription ID       the subscription of the template spec
  -ResourceGroup GROUP   the resource group of the template spec, which exists

Exit codes: 0 for success, 1 for a failure, 2 for wrong usage.
'@

function Stop-Usage([string] $Message) {
    [Console]::Error.WriteLine("template-spec: $Message`n`n$usage")
    exit 2
}

if ($Verb -cne 'publish') { Stop-Usage "unknown verb '$Verb'" }
if ($args.Count -gt 0) { Stop-Usage "unknown option '$($args[0])'" }

Push-Location (Split-Path $PSScriptRoot -Parent)
try {
    . ./deploy/lib/common.ps1
    $word = '^[A-Za-z0-9][A-Za-z0-9._-]{0,89}$'
    if ($Name -notmatch $word) { Stop-Usage '-Name must be letters, digits, periods, and hyphens' }
    if ($Version -notmatch $word) { Stop-Usage '-Version must be letters, digits, periods, and hyphens, such as 1.0.0' }
    if ($Location -cnotmatch '^[a-z0-9]+$') { Stop-Usage '-Location must be the name of a region, such as westeurope' }
    if ($Subscription -notmatch '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') { Stop-Usage '-Subscription must be the ID of a subscription' }
    if (-not (Test-GroupName $ResourceGroup)) { Stop-Usage '-ResourceGroup must be the name of a resource group' }

    $group = '--resource-group', $ResourceGroup, '--subscription', $Subscription
    # What others deploy under a version stays what it is.
    if (@(Invoke-Az ts list @group --query '[].name' --output tsv) -contains $Name) {
        if (@(Invoke-Az ts list --name $Name @group --query '[].name' --output tsv) -contains $Version) { Stop-Script "version $Version of $Name is published already; publish another one" }
    }
    Invoke-Az bicep build --file main.bicep --outfile "$scratch/template.json" | Write-Host
    Invoke-Az ts create --name $Name --version $Version --location $Location @group --template-file "$scratch/template.json" --yes --query id --output tsv
} finally {
    Pop-Location
    if (Test-Path variable:scratch) { Remove-Item $scratch -Recurse -Force }
}
