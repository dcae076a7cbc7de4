# destroy: deletes the resources of the environment, unless something protects them or isn't of this workspace.

function Invoke-Destroy {
    Confirm-Name
    Assert-NoLocks
    Assert-NoBackups
    if ($isStack) {
        Invoke-Az stack group delete --name $deployment @group --action-on-unmanage deleteResources --yes --output none | Write-Host
        Write-Host "Deleted the resources of stack $deployment. Resource group $ResourceGroup stays."
    } else {
        Assert-NoOthers
        Invoke-Az group delete --name $ResourceGroup --subscription $Subscription --yes | Write-Host
        Write-Host "Deleted resource group $ResourceGroup with its resources."
    }
    foreach ($vault in Invoke-Az keyvault list-deleted --resource-type vault --subscription $Subscription --query '[].name' --output tsv) {
        if ($here.vaults.Where({ $vault -like $_ })) { Write-Host "Azure keeps the deleted key vault $vault until its retention ends." }
    }
    $here.secrets | ForEach-Object { "Key vault $($_.vault), which has secrets of the environment, stays." } | Get-Unique | Write-Host
}

function Confirm-Name {
    $name = $YesDestroy
    if ($name -eq '') {
        Write-Host "This deletes the resources of $Environment in resource group $ResourceGroup. To confirm, enter the name of the environment: " -NoNewline
        $name = [Console]::In.ReadLine()
    }
    if ($name -cne $Environment) { Stop-Script "nothing was deleted, because the confirmation isn't '$Environment'" }
}

function Assert-NoLocks {
    $locks = @(Invoke-Az lock list @group --query '[].id' --output tsv)
    if ($locks.Count -gt 0) { Stop-Script "nothing was deleted, because these locks protect it. README.md has the commands:`n$($locks -join "`n")" }
}

# A Recovery Services vault with backups can't be deleted, so the rest would be deleted without it.
function Assert-NoBackups {
    foreach ($vault in Invoke-Az resource list @group --resource-type Microsoft.RecoveryServices/vaults --query '[].name' --output tsv) {
        $items = @(Invoke-Az backup item list --vault-name $vault @group --query '[].name' --output tsv)
        if ($items.Count -gt 0) { Stop-Script "nothing was deleted, because vault $vault has backups. README.md has the commands:`n$($items -join "`n")" }
    }
}

# The resource group goes only if everything in it is of this workspace, or Azure created it for that.
function Assert-NoOthers {
    $made = @(Invoke-Az deployment group show --name $deployment @group --query 'properties.outputResources[].id' --output tsv)
    $others = foreach ($row in Invoke-Az resource list @group --query '[].[id, managedBy]' --output tsv) {
        $id, $owner = $row -split "`t"
        if (-not (Test-Made $id $made) -and -not (Test-Made "$owner" $made)) { $id }
    }
    if ($others) { Stop-Script "nothing was deleted, because $deployment didn't create these resources:`n$($others -join "`n")" }
}

# Extensions have the ID of their VM before their own, and network interfaces the name of their private endpoint.
function Test-Made([string] $Id, [string[]] $Made) {
    foreach ($one in $Made) {
        if ($Id -eq $one -or $Id -like "$one/*" -or ($Id -split '/')[-1] -like "$(($one -split '/')[-1]).nic.*") { return $true }
    }
    $false
}
