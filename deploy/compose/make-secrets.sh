#!/usr/bin/env bash
# Writes .env beside docker-compose.yml: a fresh random secret for everything that the compose file asks for. Secrets that are there
# already stay as they are, so that it can be run again after an update that needs another one.
set -euo pipefail
umask 077

root="$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)"
target="${1:-$root/.env}"

passwords=(
  MYSQL_ROOT_PASSWORD
  KEYCLOAK_ADMIN_PASSWORD
  KEYCLOAK_DB_PASSWORD
  DEMO_PASSWORD
  CATALOG_DB_PASSWORD
  APPLICATION_DB_PASSWORD
  CERTIFICATE_DB_PASSWORD
  COMPLAINT_DB_PASSWORD
  EXCHANGE_DB_PASSWORD
  CATALOG_CLIENT_SECRET
  APPLICATION_CLIENT_SECRET
  CERTIFICATE_CLIENT_SECRET
  COMPLAINT_CLIENT_SECRET
  EXCHANGE_CLIENT_SECRET
  PARTNER_TAX_CLIENT_SECRET
  PARTNER_HEALTH_CLIENT_SECRET
)
keys=(
  CERTIFICATE_REQUESTS_KEY
  CATALOG_CONFIDENTIAL_KEY
  CATALOG_INDEX_KEY
  CATALOG_AUDIT_KEY
  APPLICATION_CONFIDENTIAL_KEY
  APPLICATION_INDEX_KEY
  APPLICATION_AUDIT_KEY
  CERTIFICATE_CONFIDENTIAL_KEY
  CERTIFICATE_INDEX_KEY
  CERTIFICATE_AUDIT_KEY
  COMPLAINT_CONFIDENTIAL_KEY
  COMPLAINT_INDEX_KEY
  COMPLAINT_AUDIT_KEY
  EXCHANGE_CONFIDENTIAL_KEY
  EXCHANGE_INDEX_KEY
  EXCHANGE_AUDIT_KEY
)

touch -- "$target"
chmod 600 -- "$target"
added=0

add() {
  if ! grep -q "^$1=" -- "$target"; then
    printf '%s=%s\n' "$1" "$2" >>"$target"
    added=$((added + 1))
  fi
}

for name in "${passwords[@]}"; do
  add "$name" "$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')"
done
for name in "${keys[@]}"; do
  add "$name" "$(head -c 32 /dev/urandom | base64)"
done
printf '%s new secrets in %s; keep a copy of the keys where the backups of the database are not\n' "$added" "$target"
