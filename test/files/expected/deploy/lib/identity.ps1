# Identities, their federated credentials, and their roles.

# How the subjects of the repository begin. GitHub adds IDs to the names of newer repositories.
function Get-SubjectPrefix {
    $prefix = "$(gh api "repos/$Github/actions/oidc/customization/sub" --jq 'if .use_default == false and .include_claim_keys then "custom" else (.sub_claim_prefix // "") end')"
    if ($LASTEXITCODE -ne 0) { Stop-Script 'stopped, because gh api failed. Sign in with gh auth login' }
    if ($prefix -eq '') { $prefix = "repo:$Github" }
    if ($prefix -cnotmatch '^repo:[^:\s]+$') { Stop-Script 'the repository has custom subjects. Use -Issuer, -Subject, and -PlanSubject' }
    $prefix
}

# The resource group has to exist; that of the identities is created.
function Initialize-Groups {
    if ("$(Invoke-Az group exists --name $ResourceGroup --subscription $Subscription --output tsv)" -ne 'true') {
        Stop-Script "resource group $ResourceGroup doesn't exist. README.md has the command that creates it"
    }
    if ("$(Invoke-Az group exists --name $IdentityGroup --subscription $Subscription --output tsv)" -eq 'true') { return }
    [ordered]@{ location = $location; tags = $here.tags } | ConvertTo-Json -Compress | Set-Content "$scratch/group.json"
    Invoke-Az rest --method put --url "/subscriptions/$Subscription/resourcegroups/${IdentityGroup}?api-version=2021-04-01" --body "@$scratch/group.json" --output none
}

# Its name, principal, and client.
function New-Identity([string] $Name, [string] $For) {
    if ("$(Invoke-Az identity list @at --query "[?name=='$Name'].id" --output tsv)" -eq '') {
        $null = Invoke-Az identity create --name $Name @at --location $location --output none
    }
    $ids = @(Invoke-Az identity show --name $Name @at --query '[principalId, clientId]' --output tsv)
    $principal, $client = ($ids + '', '')[0, 1]
    if (-not (Test-Guid $principal) -or -not (Test-Guid $client)) { Stop-Script "az identity show named no IDs of $Name" }
    $found = Invoke-Az identity federated-credential list --identity-name $Name @at --query "[?name=='$credential'].[issuer, subject]" --output tsv
    if ("$found" -cne "$Issuer`t$For") {
        $null = Invoke-Az identity federated-credential create --name $credential --identity-name $Name @at --issuer $Issuer --subject $For --audiences api://AzureADTokenExchange --output none
    }
    @{ name = $Name; principal = $principal; client = $client }
}

# Assigns roles on a scope, by name or ID, unless the principal has them.
function Grant-Roles([string] $To, [string] $Scope, [string[]] $Roles) {
    $has = @(Invoke-Az role assignment list --scope $Scope --query "[?principalId=='$To'].[roleDefinitionName, roleDefinitionId]" --output tsv) -split "`t"
    foreach ($role in $Roles) {
        if ($has -contains $role) { continue }
        Invoke-Az role assignment create --role $role --assignee-object-id $To --assignee-principal-type ServicePrincipal --scope $Scope --output none
    }
}

function Grant-DeploymentRoles([string] $To) {
    foreach ($one in $here.permissions) { Grant-Roles $To (Get-FullId $one.scope) $one.roles }
}

# The scopes of a plan: those with deployments, and vaults with secrets of a deployment.
function Test-Preview([object] $One) {
    $One.actions -ccontains 'Microsoft.Resources/deployments/write' -or $One.actions -ccontains 'Microsoft.KeyVault/vaults/deploy/action'
}

# Reading everywhere, and what-if by a role that has no permission to write resources.
function Grant-PlanRoles([string] $To) {
    $bytes = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($groupId.ToLowerInvariant()))
    $hash = [Convert]::ToHexString($bytes).ToLowerInvariant()
    $id = $hash -replace '^(.{8})(.{4})(.{4})(.{4})(.{12}).*', '$1-$2-$3-$4-$5'
    $role = "/subscriptions/$Subscription/providers/Microsoft.Authorization/roleDefinitions/$id"
    Get-Role | ConvertTo-Json -Compress -Depth 9 | Set-Content "$scratch/role.json"
    Invoke-Az rest --method put --url "${role}?api-version=2022-04-01" --body "@$scratch/role.json" --output none
    foreach ($one in $here.permissions) {
        Grant-Roles $To (Get-FullId $one.scope) @('Reader'; if (Test-Preview $one) { $role })
    }
}

function Get-Role {
    $scopes = [Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
    $actions = @('Microsoft.Resources/deployments/whatIf/action', 'Microsoft.Resources/deployments/validate/action')
    if ($isStack) { $actions += 'Microsoft.Resources/deploymentStacksWhatIfResults/*' }
    $here.permissions | Where-Object { Test-Preview $_ } | ForEach-Object { $null = $scopes.Add(((Get-FullId $_.scope) -replace '/providers/.*')) }
    $actions += @($here.permissions.actions | Where-Object { $_ -ceq 'Microsoft.KeyVault/vaults/deploy/action' } | Select-Object -Unique)
    @{ properties = @{
            roleName = "Plan $ResourceGroup in $Subscription"; description = 'Runs what-if for the pipeline of an environment.'; type = 'CustomRole'
            permissions = @(@{ actions = $actions; notActions = @() }); assignableScopes = @($scopes)
        }
    }
}

function Write-Variables([string] $Where, [string] $Client) {
    Write-Host "gh variable set AZURE_CLIENT_ID --repo $Github --env $Where --body $Client"
    Write-Host "gh variable set AZURE_TENANT_ID --repo $Github --env $Where --body $tenant"
    Write-Host "gh variable set AZURE_SUBSCRIPTION_ID --repo $Github --env $Where --body $Subscription"
}
