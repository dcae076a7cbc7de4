# preflight: one line for each problem that would make a deployment fail.

function Invoke-Preflight {
    if (-not (Test-Account)) { Complete-Checks '' }
    Test-Providers
    Test-Features
    Test-Existing
    Test-Secrets
    Test-Group
    Test-Permissions
    Test-Deleted
    Complete-Checks "Nothing is in the way of a deployment of $Environment."
}

function Test-Account {
    if (-not (Read-Az "Subscription $Subscription" account show --subscription $Subscription --query state --output tsv)) { return $false }
    if ("$answer" -cne 'Enabled') { Add-Problem "Subscription $Subscription has the state $answer" }
    $true
}

function Test-Providers {
    if (-not (Read-Az 'Resource providers' provider list --subscription $Subscription --query "[?registrationState=='Registered'].namespace" --output tsv)) { return }
    foreach ($provider in $settings.providers) {
        if ($answer -notcontains $provider) { Add-Problem "Resource provider $provider isn't registered: az provider register --namespace $provider" }
    }
}

function Test-Features {
    foreach ($feature in $here.features) {
        if (-not (Read-Az "Feature $($feature.name)" feature show --namespace $feature.namespace --name $feature.name --subscription $Subscription --query properties.state --output tsv)) { continue }
        if ("$answer" -cne 'Registered') {
            Add-Problem "Feature $($feature.name) isn't registered: az feature register --namespace $($feature.namespace) --name $($feature.name)"
        }
    }
}

function Test-Existing {
    foreach ($path in $here.existing) {
        $id = Get-FullId $path
        if ($id.Contains('/providers/')) {
            $null = Read-Az "Prerequisite $id" resource show --ids $id --query id --output tsv
        } else {
            $null = Read-Az "Prerequisite $id" group show --name ($id -split '/')[-1] --subscription ($id -split '/')[2] --query id --output tsv
        }
    }
}

function Test-Secrets {
    foreach ($one in $here.secrets) {
        $id = "/subscriptions/$Subscription/resourceGroups/$($one.resourceGroup)/providers/Microsoft.KeyVault/vaults/$($one.vault)"
        if (-not (Read-Az "Key vault $($one.vault)" resource show --ids $id --query properties.enabledForTemplateDeployment --output tsv)) { continue }
        if ("$answer" -ne 'true') { Add-Problem "Key vault $($one.vault) doesn't let deployments read secrets: run deploy/bootstrap-vault.sh or deploy/bootstrap-vault.ps1" }
        $null = Read-Az "Secret $($one.secret) in key vault $($one.vault)" resource show --ids "$id/secrets/$($one.secret)" --query name --output tsv
    }
}

# What the resource group has already: VMs that the quota has, and names that others took.
function Test-Group {
    if (-not (Read-Az "Resource group $ResourceGroup" group exists --name $ResourceGroup --subscription $Subscription --output tsv)) { return }
    if ("$answer" -ne 'true') { Add-Problem "Resource group $ResourceGroup doesn't exist: README.md has the command"; return }
    if (-not (Read-Resources)) { return }
    $present = $answer
    Test-Vms $present
    if (-not (Read-Az "Deployments to $ResourceGroup" deployment group list @group --query '[].name' --output tsv)) { return }
    # Other tools name their deployments after the environment.
    if ($answer -match "^($([regex]::Escape($deployment))|$Environment)(-[0-9a-z]+)?$") { return }
    foreach ($one in $here.resources) {
        $id = Find-Resource $present $one.type $one.name
        if ($id -ne '') { Add-Problem "$id exists, and $deployment was never deployed" }
    }
}

function Test-Vms([string[]] $Present) {
    foreach ($one in $here.vms) {
        if ((Find-Resource $Present 'Microsoft.Compute/virtualMachines' $one.name) -ne '') { continue }
        $size = $one.size
        if (-not (Read-Az "VM size $size" vm list-skus --location $location --size $size --resource-type virtualMachines --subscription $Subscription --output tsv --query "[?name=='$size'].[family, join('', capabilities[?name=='vCPUs'].value), join(' ', locationInfo[].zones[]), join(' ', restrictions[?type=='Zone'].restrictionInfo.zones[])]")) { continue }
        if ("$answer" -eq '') { Add-Problem "VM size $size isn't available to this subscription in $location"; continue }
        $family, $cpus, $zones, $blocked = $answer[0] -split "`t"
        if ($one.zone -ne 'none' -and ($one.zone -notin ($zones -split ' ') -or $one.zone -in ("$blocked" -split ' '))) {
            Add-Problem "VM size $size isn't available to this subscription in zone $($one.zone) of $location"
        }
        if (-not (Read-Az "Quota for $size" vm list-usage --location $location --subscription $Subscription --query '[].[name.value, currentValue, limit]' --output tsv)) { continue }
        Test-Quota $family $cpus $one.name
        Test-Quota 'cores' $cpus $one.name
    }
}

function Test-Quota([string] $Name, [int] $Needed, [string] $Machine) {
    foreach ($row in $answer) {
        $itsName, $used, $limit = $row -split "`t"
        $left = [int] $limit - [int] $used
        if ($itsName -eq $Name -and $left -lt $Needed) { Add-Problem "Quota $Name has $left vCPUs left in $location, and $Machine needs $Needed" }
    }
}

function Test-Permissions {
    foreach ($one in $here.permissions) {
        $scope = Get-FullId $one.scope
        if (-not (Read-Az "Permissions on $scope" rest --method get --url "$scope/providers/Microsoft.Authorization/permissions?api-version=2022-04-01" --query "value[].[join(' ', actions), join(' ', notActions)]" --output tsv)) { continue }
        foreach ($action in $one.actions) {
            if (-not (Test-Action $action)) { Add-Problem "You lack the permission $action on $scope" }
        }
    }
}

# A role allows an action that its actions cover, and its exceptions don't.
function Test-Action([string] $Action) {
    foreach ($row in $answer) {
        $actions, $exceptions = $row -split "`t"
        if ((Test-Covered $actions $Action) -and -not (Test-Covered $exceptions $Action)) { return $true }
    }
    $false
}

function Test-Covered([string] $Patterns, [string] $Action) {
    foreach ($pattern in $Patterns -split ' ') { if ($Action -like $pattern) { return $true } }
    $false
}

# Azure keeps the name of a deleted key vault.
function Test-Deleted {
    if ($here.vaults.Count -eq 0) { return }
    if (-not (Read-Az 'Deleted key vaults' keyvault list-deleted --resource-type vault --subscription $Subscription --query '[].name' --output tsv)) { return }
    foreach ($deleted in $answer) {
        foreach ($name in $here.vaults) {
            if ($deleted -like $name) { Add-Problem "Azure keeps the deleted key vault ${deleted}: recover it if it is that of $Environment" }
        }
    }
}
