#!/bin/sh
# Copies new backups to OFFSITE (remote:folder of rclone.conf) every hour. The copies have their own age: a folder here that is emptied by mistake does not empty the other one.
set -eu
: "${OFFSITE:?set OFFSITE in .env, as remote:folder}"
while :; do
  if rclone copy /backups "$OFFSITE" --max-age "${BACKUP_KEEP_DAYS}d" --include 'lepta-*.age' && rclone delete "$OFFSITE" --include 'lepta-*.age' --min-age "${BACKUP_KEEP_DAYS}d"; then
    echo 'the copies are up to date'
  else
    echo 'the copy failed; it is tried again in an hour' >&2
  fi
  sleep 3600
done
