#Requires -Version 7.4
# Hook of azd: tests the environment after a deployment of azd, whose name ends with its time.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

Push-Location (Join-Path $PSScriptRoot '../..')
try {
    $query = "sort_by([?starts_with(name, '$env:AZURE_ENV_NAME-')], &properties.timestamp)[-1].name"
    $env:AZURE_DEPLOYMENT_NAME = az deployment group list --resource-group $env:AZURE_RESOURCE_GROUP --subscription $env:AZURE_SUBSCRIPTION_ID --query $query --output tsv
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    pwsh -NoProfile -File deploy/deploy.ps1 verify -Environment $env:AZURE_ENV_NAME
    exit $LASTEXITCODE
} finally {
    Pop-Location
}
