# plan: keeps template, parameters, flags, and what-if result with their digest. deploy: applies the plan with a digest.

function Invoke-Plan {
    $folder = $Out -eq '' ? ".plan/$Environment" : $Out
    $allowed = New-Plan $folder
    Invoke-Judge $folder | Write-Host
    $plan = Get-Content "$folder/plan.json" -Raw | ConvertFrom-Json
    Write-Host "`nPlan: $folder`nDigest: $($plan.digest)"
    if (-not $allowed) { Stop-Script 'the policy refuses this plan' }
}

# The files of a plan, in a folder. The other arguments go to avm whatif. True if the policy allows it.
# The identity that plans has no permission to write, so Azure checks only what it may read.
function New-Plan([string] $Folder) {
    $given = @($First ? $here.first : @())
    $null = New-Item -ItemType Directory -Force $Folder
    Invoke-Az bicep build --file main.bicep --outfile "$Folder/template.json" | Write-Host
    Invoke-Az bicep build-params --file $here.parameters --outfile "$Folder/parameters.json" | Write-Host
    [ordered]@{ deployment = $deployment; method = $here.method; actionOnUnmanage = $here.actionOnUnmanage; denySettings = $here.denySettings
        subscription = $Subscription; resourceGroup = $ResourceGroup; parameters = $given
    } | ConvertTo-Json -Compress | Set-Content "$Folder/flags.json"
    if ($isStack) {
        $result = Invoke-Az stack-whatif group create --name $deployment --stack-id $stackId @group --template-file "$Folder/template.json" --parameters "@$Folder/parameters.json" @given --action-on-unmanage $here.actionOnUnmanage --deny-settings-mode $here.denySettings --retention-interval PT3H --validation-level ProviderNoRbac --no-pretty-print --output json
    } else {
        $result = Invoke-Az deployment group what-if --name $deployment @group --template-file "$Folder/template.json" --parameters "@$Folder/parameters.json" @given --validation-level ProviderNoRbac --no-pretty-print --output json
    }
    $result | Set-Content "$Folder/what-if.json"
    Save-Judgment $Folder @args
}

function Invoke-Judge([string] $Folder) {
    Invoke-Avm whatif "$Folder/what-if.json" --env $Environment --template "$Folder/template.json" --parameters "$Folder/parameters.json" --flags "$Folder/flags.json" @args
}

# The digest, and whether anything changes. What the policy refuses has both too.
function Save-Judgment([string] $Folder) {
    $report = Invoke-Judge $Folder @args --format json
    $allowed = $LASTEXITCODE -eq 0
    try {
        $found = ($report | ConvertFrom-Json).data
        [ordered]@{ environment = $Environment; digest = $found.digest; changes = $found.changes } | ConvertTo-Json -Compress | Set-Content "$Folder/plan.json"
    } catch {
        Stop-Script 'stopped, because avm whatif gave no digest'
    }
    $allowed
}

function Invoke-Deploy {
    $folder = "$scratch/plan"
    $allowed = New-Plan $folder --approve $Digest
    $plan = Get-Content "$folder/plan.json" -Raw | ConvertFrom-Json
    if ($plan.digest -cne $Digest) {
        Stop-Script "refused, because the plan is no longer the approved one (now $($plan.digest)). Plan again, and approve the new plan"
    }
    if (-not $allowed) { Stop-Script 'the policy refuses this plan' }
    if ($plan.changes -ceq 'no') { Write-Host "Nothing changes in $Environment."; return }
    $given = @($First ? $here.first : @())
    if ($isStack) {
        Invoke-Az stack group create --name $deployment @group --template-file "$folder/template.json" --parameters "@$folder/parameters.json" @given --action-on-unmanage $here.actionOnUnmanage --deny-settings-mode $here.denySettings --yes --output none | Write-Host
    } else {
        Invoke-Az deployment group create --name $deployment @group --template-file "$folder/template.json" --parameters "@$folder/parameters.json" @given --output none | Write-Host
    }
    Write-Host "Deployed $Environment. Verify it: pwsh deploy/deploy.ps1 verify -Environment $Environment"
}
