#Requires -Version 7.4
# Hook of azd: checks and plans the environment, and gives azd its parameters. azd sets the variables.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

Push-Location (Join-Path $PSScriptRoot '../..')
try {
    pwsh -NoProfile -File deploy/deploy.ps1 preflight -Environment $env:AZURE_ENV_NAME
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    # It fails if the constitution forbids a change, so that azd provisions nothing.
    pwsh -NoProfile -File deploy/deploy.ps1 plan -Environment $env:AZURE_ENV_NAME
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    Copy-Item -LiteralPath "main.$env:AZURE_ENV_NAME.bicepparam" main.bicepparam
} finally {
    Pop-Location
}
