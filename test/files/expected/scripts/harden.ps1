# Hardens Windows Server 2016 to 2025 (SEC-007). Made by create-avm from avm.yaml.
# Runs as SYSTEM in Windows PowerShell 5.1, through a run command. It may run again: what is as it should be is left alone.
# It never restarts the machine; TLS, LSA protection and NetBIOS settings work fully after the next restart.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Write-Change([string] $What) {
    Write-Output "changed: $What"
}

function Write-Skip([string] $What) {
    Write-Output "skipped: $What"
}

# A number in the registry; the key is made where it is missing.
function Set-RegistryNumber([string] $Key, [string] $Name, [int] $Value) {
    if (-not (Test-Path -LiteralPath $Key)) {
        $null = New-Item -Path $Key -Force
    }
    if ((Get-Item -LiteralPath $Key).GetValue($Name, $null) -eq $Value) {
        return
    }
    $null = New-ItemProperty -LiteralPath $Key -Name $Name -Value $Value -PropertyType DWord -Force
    Write-Change "$(($Key -split '\\')[-2..-1] -join '\') $Name = $Value"
}

# Runs a program of Windows; a failure becomes an error.
function Invoke-Program([string] $Path, [string[]] $Arguments) {
    $output = & $Path $Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Path $($Arguments -join ' ') ended with $LASTEXITCODE"
    }
    ($output | Out-String).Trim()
}

function Disable-Feature([string] $Name) {
    $feature = Get-WindowsOptionalFeature -Online | Where-Object { $_.FeatureName -eq $Name -and $_.State -eq 'Enabled' }
    if ($null -eq $feature) {
        return
    }
    $null = Disable-WindowsOptionalFeature -Online -FeatureName $Name -NoRestart -WarningAction SilentlyContinue
    Write-Change "Windows feature $Name is off"
}

function Disable-OldSmb {
    if ((Get-SmbServerConfiguration).EnableSMB1Protocol) {
        $off = @{ EnableSMB1Protocol = $false; Force = $true }
        Set-SmbServerConfiguration @off
        Write-Change 'SMBv1 is off'
    }
    Disable-Feature 'SMB1Protocol'
}

function Set-SmbSigning {
    if (-not (Get-SmbServerConfiguration).RequireSecuritySignature) {
        Set-SmbServerConfiguration -RequireSecuritySignature $true -Force
        Write-Change 'the SMB server requires signing'
    }
    if (-not (Get-SmbClientConfiguration).RequireSecuritySignature) {
        Set-SmbClientConfiguration -RequireSecuritySignature $true -Force
        Write-Change 'the SMB client requires signing'
    }
}

function Set-Tls {
    $protocols = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
    foreach ($side in 'Client', 'Server') {
        foreach ($old in 'SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1') {
            Set-RegistryNumber "$protocols\$old\$side" 'Enabled' 0
            Set-RegistryNumber "$protocols\$old\$side" 'DisabledByDefault' 1
        }
        Set-RegistryNumber "$protocols\TLS 1.2\$side" 'Enabled' 1
        Set-RegistryNumber "$protocols\TLS 1.2\$side" 'DisabledByDefault' 0
    }
}

function Set-DotNetTls {
    foreach ($software in 'HKLM:\SOFTWARE', 'HKLM:\SOFTWARE\WOW6432Node') {
        foreach ($version in 'v2.0.50727', 'v4.0.30319') {
            Set-RegistryNumber "$software\Microsoft\.NETFramework\$version" 'SchUseStrongCrypto' 1
            Set-RegistryNumber "$software\Microsoft\.NETFramework\$version" 'SystemDefaultTlsVersions' 1
        }
    }
}

function Set-RemoteDesktop {
    $listener = 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp'
    Set-RegistryNumber $listener 'UserAuthentication' 1
    Set-RegistryNumber $listener 'SecurityLayer' 2
    Set-RegistryNumber $listener 'MinEncryptionLevel' 3
}

function Disable-NameBroadcast {
    Set-RegistryNumber 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient' 'EnableMulticast' 0
    $netbios = 'HKLM:\SYSTEM\CurrentControlSet\Services\NetBT\Parameters'
    Set-RegistryNumber $netbios 'NodeType' 2
    foreach ($interface in @(Get-ChildItem -LiteralPath "$netbios\Interfaces")) {
        Set-RegistryNumber "$netbios\Interfaces\$($interface.PSChildName)" 'NetbiosOptions' 2
    }
}

# With a doubt it is UEFI.
function Test-Uefi {
    try {
        $null = Confirm-SecureBootUEFI
        $true
    }
    catch {
        $_.Exception -isnot [System.PlatformNotSupportedException]
    }
}

# 2 protects without a lock in firmware, from build 22621 on (Windows Server 2025). Before that there is 1 alone, and
# with UEFI it sets a firmware variable that the registry cannot take back: there the protection is audited only.
function Protect-LsaProcess {
    $lsa = 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa'
    if ([System.Environment]::OSVersion.Version.Build -ge 22621) {
        Set-RegistryNumber $lsa 'RunAsPPL' 2
        return
    }
    if (Test-Uefi) {
        $options = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Image File Execution Options'
        Set-RegistryNumber "$options\LSASS.exe" 'AuditLevel' 8
        Write-Skip 'LSA protection: this version of Windows would lock it in firmware; what it would block is logged instead'
        return
    }
    Set-RegistryNumber $lsa 'RunAsPPL' 1
}

function Protect-Credentials {
    $lsa = 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa'
    Set-RegistryNumber $lsa 'NoLMHash' 1
    Set-RegistryNumber $lsa 'LmCompatibilityLevel' 5
    Set-RegistryNumber $lsa 'LimitBlankPasswordUse' 1
    Set-RegistryNumber $lsa 'RestrictAnonymous' 1
    Set-RegistryNumber $lsa 'RestrictAnonymousSAM' 1
    # NTLMv2 session security and 128 bit encryption.
    Set-RegistryNumber "$lsa\MSV1_0" 'NTLMMinClientSec' 537395200
    Set-RegistryNumber "$lsa\MSV1_0" 'NTLMMinServerSec' 537395200
    Set-RegistryNumber 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\WDigest' 'UseLogonCredential' 0
}

# Subcategories by id, since their names follow the language of Windows.
function Set-AuditPolicy {
    # Subcategories win over the nine old categories.
    Set-RegistryNumber 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa' 'SCENoApplyLegacyAuditPolicy' 1
    $subcategories = [ordered] @{
        'Security State Change'        = '0CCE9210-69AE-11D9-BED3-505054503030'
        'Security System Extension'    = '0CCE9211-69AE-11D9-BED3-505054503030'
        'System Integrity'             = '0CCE9212-69AE-11D9-BED3-505054503030'
        'Logon'                        = '0CCE9215-69AE-11D9-BED3-505054503030'
        'Logoff'                       = '0CCE9216-69AE-11D9-BED3-505054503030'
        'Account Lockout'              = '0CCE9217-69AE-11D9-BED3-505054503030'
        'Special Logon'                = '0CCE921B-69AE-11D9-BED3-505054503030'
        'Sensitive Privilege Use'      = '0CCE9228-69AE-11D9-BED3-505054503030'
        'Process Creation'             = '0CCE922B-69AE-11D9-BED3-505054503030'
        'Audit Policy Change'          = '0CCE922F-69AE-11D9-BED3-505054503030'
        'Authentication Policy Change' = '0CCE9230-69AE-11D9-BED3-505054503030'
        'User Account Management'      = '0CCE9235-69AE-11D9-BED3-505054503030'
        'Security Group Management'    = '0CCE9237-69AE-11D9-BED3-505054503030'
        'Credential Validation'        = '0CCE923F-69AE-11D9-BED3-505054503030'
        'Removable Storage'            = '0CCE9245-69AE-11D9-BED3-505054503030'
        'Plug and Play Events'         = '0CCE9248-69AE-11D9-BED3-505054503030'
    }
    foreach ($name in $subcategories.Keys) {
        $subcategory = '/subcategory:{' + $subcategories[$name] + '}'
        $before = Invoke-Program 'auditpol.exe' @('/get', $subcategory, '/r')
        $null = Invoke-Program 'auditpol.exe' @('/set', $subcategory, '/success:enable', '/failure:enable')
        if ((Invoke-Program 'auditpol.exe' @('/get', $subcategory, '/r')) -ne $before) {
            Write-Change "success and failure of '$name' are audited"
        }
    }
}

function Set-PowerShellLogging {
    Set-RegistryNumber 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging' 'EnableScriptBlockLogging' 1
    # PowerShell 2.0 logs nothing.
    Disable-Feature 'MicrosoftWindowsPowerShellV2'
}

function Enable-Firewall {
    foreach ($network in @(Get-NetFirewallProfile -All)) {
        if ("$($network.Enabled)" -ne 'True') {
            Set-NetFirewallProfile -Name $network.Name -Enabled True
            Write-Change "the firewall is on for the profile $($network.Name)"
        }
    }
}

function Test-DomainController {
    (Get-CimInstance -ClassName Win32_ComputerSystem).DomainRole -ge 4
}

# Fifteen minutes after ten wrong passwords.
function Set-AccountLockout {
    if (Test-DomainController) {
        Write-Skip 'account lockout: a domain controller follows the policy of its domain'
        return
    }
    $before = Invoke-Program 'net.exe' @('accounts')
    $null = Invoke-Program 'net.exe' @('accounts', '/lockoutthreshold:10', '/lockoutduration:15', '/lockoutwindow:15')
    if ((Invoke-Program 'net.exe' @('accounts')) -ne $before) {
        Write-Change 'accounts are locked for 15 minutes after 10 wrong passwords'
    }
}

# The guest account by its well-known end, since its name follows the language of Windows.
function Disable-Guest {
    if (Test-DomainController) {
        Write-Skip 'guest account: a domain controller has no local accounts'
        return
    }
    $guest = Get-LocalUser | Where-Object { $_.SID.Value -like 'S-1-5-21-*-501' -and $_.Enabled }
    if ($null -eq $guest) {
        return
    }
    $guest | Disable-LocalUser
    Write-Change 'the guest account is off'
}

function Disable-Autoplay {
    $explorer = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer'
    Set-RegistryNumber $explorer 'NoDriveTypeAutoRun' 255
    Set-RegistryNumber $explorer 'NoAutorun' 1
    Set-RegistryNumber 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer' 'NoAutoplayfornonVolume' 1
}

# Logs and their sizes in MB; one that is larger stays so.
function Set-EventLogSize {
    $sizes = [ordered] @{ Application = 64; Security = 1024; System = 64; 'Microsoft-Windows-PowerShell/Operational' = 256 }
    foreach ($name in $sizes.Keys) {
        $log = Get-WinEvent -ListLog $name
        $bytes = $sizes[$name] * 1048576
        if ($log.MaximumSizeInBytes -lt $bytes) {
            $log.MaximumSizeInBytes = $bytes
            $log.SaveChanges()
            Write-Change "the event log $name holds $($sizes[$name]) MB"
        }
    }
}

function Enable-Defender {
    $service = Get-Service -Name 'WinDefend' -ErrorAction SilentlyContinue
    if ($null -eq $service -or $service.Status -ne 'Running' -or -not (Get-Command -Name 'Get-MpPreference' -ErrorAction SilentlyContinue)) {
        Write-Skip 'Microsoft Defender: it is not on this machine, or another product is in its place'
        return
    }
    if ((Get-MpPreference).DisableRealtimeMonitoring) {
        Set-MpPreference -DisableRealtimeMonitoring $false
        Write-Change 'Microsoft Defender watches in real time'
    }
}

$steps = @(
    'Disable-OldSmb'
    'Set-SmbSigning'
    'Set-Tls'
    'Set-DotNetTls'
    'Set-RemoteDesktop'
    'Disable-NameBroadcast'
    'Protect-LsaProcess'
    'Protect-Credentials'
    'Set-AuditPolicy'
    'Set-PowerShellLogging'
    'Enable-Firewall'
    'Set-AccountLockout'
    'Disable-Guest'
    'Disable-Autoplay'
    'Set-EventLogSize'
    'Enable-Defender'
)
# One step that fails does not keep the others from being done; the run fails all the same.
$failed = @()
foreach ($step in $steps) {
    try {
        & $step
    }
    catch {
        $failed += $step
        Write-Output "failed: ${step}: $($_.Exception.Message)"
    }
}
if ($failed.Count -gt 0) {
    throw "Not hardened: $($failed -join ', ')"
}
Write-Output "done: $($steps.Count) steps"
