# verify: the smoke test after a deployment.

function Invoke-Verify {
    Test-State
    if (-not (Read-Resources)) { Complete-Checks '' }
    Test-Resources $answer
    Test-Logs
    Test-Backups
    Complete-Checks "$Environment is as planned: its resources exist, its private resources are private, logs arrive, and backups are configured."
}

function Test-State {
    $name = $env:AZURE_DEPLOYMENT_NAME ? $env:AZURE_DEPLOYMENT_NAME : $deployment
    if ($isStack) {
        if (-not (Read-Az "Stack $deployment" rest --method get --url $stackUrl --query properties.provisioningState --output tsv)) { return }
    } else {
        if (-not (Read-Az "Deployment $name" deployment group show --name $name @group --query properties.provisioningState --output tsv)) { return }
    }
    if ("$answer" -ne 'succeeded') { Add-Problem "Deployment $name has the state $answer" }
}

function Test-Resources([string[]] $Present) {
    foreach ($one in $here.resources) {
        $id = Find-Resource $Present $one.type $one.name
        if ($id -eq '') { Add-Problem "$($one.name) ($($one.type)) is missing"; continue }
        if (-not $one.private) { continue }
        if (-not (Read-Az "Public access to $($one.name)" resource show --ids $id --query properties.publicNetworkAccess --output tsv)) { continue }
        if ("$answer" -cne 'Disabled') { Add-Problem "$($one.name) is reachable from public networks: publicNetworkAccess is $("$answer" -eq '' ? 'not set' : $answer)" }
    }
}

function Test-Logs {
    foreach ($workspace in $here.logs) {
        if (-not (Read-Az "Log Analytics workspace $workspace" monitor log-analytics workspace show --workspace-name $workspace @group --query customerId --output tsv)) { continue }
        $id = "$answer"
        if (-not (Read-Az "Logs in $workspace" monitor log-analytics query --workspace $id --timespan PT24H --analytics-query 'union * | summarize Rows = count()' --query '[].Rows' --output tsv)) { continue }
        if ([long] "0$answer" -eq 0) { Add-Problem "No logs arrived in $workspace in the last 24 hours" }
    }
}

function Test-Backups {
    foreach ($one in $here.backups) {
        if (-not (Read-Az "Backups in $($one.vault)" backup item list --vault-name $one.vault @group --backup-management-type AzureIaasVM --query '[].properties.[friendlyName, protectionState]' --output tsv)) { continue }
        foreach ($machine in $one.vms) {
            if (-not ($answer -match "^$([regex]::Escape($machine))`t(protected|irpending)$")) { Add-Problem "$machine has no backup in $($one.vault)" }
        }
    }
}
