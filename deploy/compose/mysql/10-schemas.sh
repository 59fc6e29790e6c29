#!/bin/bash
# Runs once, when the data directory of the database is empty: a schema and a user of the same name for each service and for
# Keycloak. A user reaches its own schema and nothing else. Passwords come from the environment and never stand on a command line.
set -euo pipefail

schema() {
  local name="$1" password="$2"
  # What make-secrets.sh generates; anything else could end the literal below.
  if [[ ! "$password" =~ ^[A-Za-z0-9_-]{16,}$ ]]; then
    printf 'The password of %s must have at least 16 characters out of A-Z, a-z, 0-9, _ and -\n' "$name" >&2
    exit 1
  fi
  MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root <<SQL
CREATE DATABASE IF NOT EXISTS $name CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS '$name'@'%' IDENTIFIED BY '$password' REQUIRE SSL;
GRANT ALL PRIVILEGES ON $name.* TO '$name'@'%';
SQL
}

schema yiwang_catalog "$CATALOG_DB_PASSWORD"
schema yiwang_application "$APPLICATION_DB_PASSWORD"
schema yiwang_certificate "$CERTIFICATE_DB_PASSWORD"
schema yiwang_complaint "$COMPLAINT_DB_PASSWORD"
schema yiwang_exchange "$EXCHANGE_DB_PASSWORD"
schema keycloak "$KEYCLOAK_DB_PASSWORD"
