# Where the environment is deployed, and how. deploy.ps1 sets Environment, Subscription, and ResourceGroup.

$here = $settings.environments.$Environment
$location = $here.location
$deployment = $here.deployment
$isStack = $here.method -ceq 'stack'
$group = '--resource-group', $ResourceGroup, '--subscription', $Subscription
$groupId = "/subscriptions/$Subscription/resourceGroups/$ResourceGroup"
$stackId = "$groupId/providers/Microsoft.Resources/deploymentStacks/$deployment"
$stackUrl = "${stackId}?api-version=2024-03-01"

# A path of a prerequisite with its subscription.
function Get-FullId([string] $Path) {
    if ($Path -ceq 'own') { return $groupId }
    $Path.StartsWith('/subscriptions/') ? $Path : "/subscriptions/$Subscription$Path"
}

# Rows with type, name, and ID of what is in the resource group.
function Read-Resources {
    Read-Az "Resource group $ResourceGroup" resource list @group --query '[].[type, name, id]' --output tsv
}

# The ID of the first of these rows with a type, and with a name in which ? is any character.
function Find-Resource([string[]] $Rows, [string] $Type, [string] $Name) {
    foreach ($row in $Rows) {
        $itsType, $itsName, $id = $row -split "`t"
        if ($itsType -eq $Type -and $itsName -like $Name) { return $id }
    }
    ''
}
