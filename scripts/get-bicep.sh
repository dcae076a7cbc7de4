#!/usr/bin/env bash
# Puts the pinned Bicep compiler into .tools/ by `dotnet restore`, unless it is at BICEP_PATH, on PATH or there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=0.49.2
package=Azure.Bicep.CommandLine.linux-x64
target=.tools/bicep

is_pinned() {
  [[ -n "$1" && -x "$1" ]] && "$1" --version 2>/dev/null | grep -qF "version $version "
}

for found in "${BICEP_PATH:-}" "$(command -v bicep || true)" "$target"; do
  if is_pinned "$found"; then exit 0; fi
done
if ! command -v dotnet >/dev/null; then
  echo "get-bicep: Bicep $version is neither at BICEP_PATH nor on PATH, and there is no dotnet to get it with" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
framework="net$(dotnet --version | cut -d. -f1).0"
cat >"$work/get.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>$framework</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="$package" Version="[$version]" /></ItemGroup>
</Project>
XML
dotnet restore "$work/get.csproj" --packages "$work/packages" --verbosity quiet --nologo >&2

mkdir -p .tools
install -m 755 "$work/packages/${package,,}/$version/tools/bicep" "$target.new"
mv "$target.new" "$target"
is_pinned "$target" || { echo "get-bicep: $target does not answer as version $version" >&2; exit 1; }
