# What the scripts in deploy/ share.

$settings = Get-Content deploy/environments.json -Raw | ConvertFrom-Json
$scratch = [IO.Directory]::CreateTempSubdirectory('deploy-').FullName
# An az command that is in an extension installs it.
$env:AZURE_EXTENSION_USE_DYNAMIC_INSTALL = 'yes_without_prompt'
$script:problems = 0
$script:answer = @()

function Stop-Script([string] $Message) {
    [Console]::Error.WriteLine("deploy: $Message")
    exit 1
}

function Get-Environments { $settings.environments.PSObject.Properties.Name -join ', ' }

function Test-Environment([string] $Name) { $settings.environments.PSObject.Properties.Name -ccontains $Name }

function Test-Guid([string] $Text) { $Text -match '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }

function Test-GroupName([string] $Name) { $Name -match '^(?!-)[^"\\/?&%#''`$<>|\s]{1,90}$' }

# The words of an az command, up to its first option.
function Get-CommandName([object[]] $Words) {
    $end = 0
    while ($end -lt $Words.Count -and -not "$($Words[$end])".StartsWith('-')) { $end++ }
    "az $($Words[0..($end - 1)] -join ' ')"
}

# Runs az, and stops the script if it fails.
function Invoke-Az {
    $output = az @args
    if ($LASTEXITCODE -ne 0) { Stop-Script "stopped, because $(Get-CommandName $args) failed" }
    $output
}

# The version of avm that README.md names, or the one on PATH.
function Invoke-Avm {
    if (Get-Command avm -CommandType Application -ErrorAction Ignore) { avm @args } else { npx --yes --package $settings.avm avm @args }
}

function Add-Problem([string] $Text) {
    Write-Host $Text
    $script:problems++
}

# Runs az for a check of a subject. Its lines are in $answer; its failure is a problem.
function Read-Az {
    $subject, $words = $args
    $script:answer = @(az @words 2> "$scratch/error")
    if ($LASTEXITCODE -eq 0) { return $true }
    $script:answer = @()
    $lines = @(Get-Content "$scratch/error" | Where-Object { $_ -ne '' })
    Add-Problem "${subject}: $(Get-CommandName $words) failed: $($lines.Count -gt 0 ? $lines[0] : 'no message')"
    $false
}

# Ends the script, with what there is to say if checks found no problem.
function Complete-Checks([string] $Text) {
    if ($problems -gt 0) { Stop-Script "problems: $problems" }
    Write-Host $Text
}
