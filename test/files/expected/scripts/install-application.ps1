# Installs the application (FR-007). Made by create-avm from avm.yaml.
# Runs as SYSTEM in Windows PowerShell 5.1, through a run command that comes after the hardening script. It may run again:
# a package and command that were installed are left alone.
param(
    # Address of the package; a blob is read with the managed identity of the VM, anything else without credentials.
    [Parameter(Mandatory)] [string] $PackageUri,
    # Client id of that identity: the VM may have a second one, of its own.
    [Parameter(Mandatory)] [string] $ClientId,
    # Command that installs, as Base64 of UTF-8, so that no quote is lost on the way; empty for an .msi alone.
    [string] $Command = '',
    # Key vault that the command may read secrets from.
    [string] $KeyVault = '',
    [string] $Folder = "$env:ProgramData\create-avm",
    [string] $MetadataUri = 'http://169.254.169.254',
    [int] $Attempts = 20,
    [int] $SecondsBetween = 30
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

# A token is sent to Azure Blob Storage and to nothing else.
function Get-PackageHeader([uri] $Uri) {
    if ($Uri.Scheme -ne 'https' -or $Uri.Host -notlike '*.blob.core.windows.net') {
        return @{}
    }
    $query = 'api-version=2018-02-01&resource=https%3A%2F%2Fstorage.azure.com%2F&client_id=' + [uri]::EscapeDataString($ClientId)
    $answer = Invoke-RestMethod -UseBasicParsing -Headers @{ Metadata = 'true' } -Uri "$MetadataUri/metadata/identity/oauth2/token?$query"
    @{ Authorization = "Bearer $($answer.access_token)"; 'x-ms-version' = '2020-10-02' }
}

# The status of a refused request; 0 where there was no answer.
function Get-Status($Failure) {
    $property = $Failure.Exception.PSObject.Properties['Response']
    if ($null -eq $property -or $null -eq $property.Value) {
        return 0
    }
    [int] $property.Value.StatusCode
}

# A role, a name in DNS and a route may take some minutes to work after they were made; a package that is missing stays so.
function Save-Package([uri] $Uri, [string] $Path) {
    for ($attempt = 1; ; $attempt++) {
        $headers = $null
        try {
            $headers = Get-PackageHeader $Uri
            Invoke-WebRequest -UseBasicParsing -Uri $Uri -Headers $headers -OutFile $Path
            return
        }
        catch {
            $status = Get-Status $_
            if ($status -eq 404 -and $null -ne $headers) {
                throw "There is no package at $Uri. Upload it, then deploy again."
            }
            if ($attempt -ge $Attempts) {
                throw "The package at $Uri cannot be read (status $status): $($_.Exception.Message)"
            }
            Write-Output "attempt ${attempt}: status $status, $($_.Exception.Message)"
            Start-Sleep -Seconds $SecondsBetween
        }
    }
}

# An archive is unpacked into a folder of its own; the command then runs there.
function Expand-Package([string] $Path) {
    if ([IO.Path]::GetExtension($Path) -ne '.zip') {
        return Split-Path -Parent $Path
    }
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    $target = Join-Path (Split-Path -Parent $Path) 'unpacked'
    [IO.Compression.ZipFile]::ExtractToDirectory($Path, $target)
    $target
}

function Get-InstallLine([string] $Path) {
    if ($Command -ne '') {
        return [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Command))
    }
    if ([IO.Path]::GetExtension($Path) -eq '.msi') {
        return 'msiexec.exe /i "' + $Path + '" /qn /norestart'
    }
    throw "Only an .msi installs without a command; $Path needs one."
}

# The command's text goes to the command processor as it is; 3010 and 1641 say that Windows wants a restart.
function Invoke-InstallLine([string] $Line, [string] $In) {
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $env:ComSpec
    $start.Arguments = '/d /s /c "' + $Line + '"'
    $start.WorkingDirectory = $In
    $start.UseShellExecute = $false
    $start.EnvironmentVariables['AZURE_CLIENT_ID'] = $ClientId
    $start.EnvironmentVariables['KEY_VAULT_NAME'] = $KeyVault
    $process = [System.Diagnostics.Process]::Start($start)
    $process.WaitForExit()
    if ($process.ExitCode -notin 0, 1641, 3010) {
        throw "The install command ended with $($process.ExitCode)."
    }
    if ($process.ExitCode -ne 0) {
        Write-Output "The install command ended with $($process.ExitCode): restart the VM to complete it."
    }
}

function Install-Package {
    $done = Join-Path $Folder 'installed.txt'
    $what = "$PackageUri $Command".Trim()
    if ((Test-Path -LiteralPath $done) -and (Get-Content -LiteralPath $done -Raw).Trim() -ceq $what) {
        Write-Output "skipped: $PackageUri is installed"
        return
    }
    $work = Join-Path $Folder 'package'
    if (Test-Path -LiteralPath $work) {
        Remove-Item -LiteralPath $work -Recurse -Force
    }
    $null = New-Item -ItemType Directory -Path $work -Force
    $path = Join-Path $work ([uri]::UnescapeDataString(([uri] $PackageUri).Segments[-1]))
    Save-Package $PackageUri $path
    $in = Expand-Package $path
    Invoke-InstallLine (Get-InstallLine $path) $in
    Set-Content -LiteralPath $done -Value $what -Encoding UTF8
    Write-Output "done: $PackageUri is installed"
}

Install-Package
