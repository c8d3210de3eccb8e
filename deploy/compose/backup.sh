#!/bin/sh
# A backup every day at BACKUP_HOUR o'clock UTC. One that fails is said in the log and tried again an hour later; the age of the newest is a metric.
# BACKUP_RECIPIENT: public keys of age with spaces between.
set -eu
keys=''
for key in $BACKUP_RECIPIENT; do keys="$keys --recipient $key"; done
hour=${BACKUP_HOUR#0} # 08 would be read as octal
while :; do
  now=$(date -u +%s)
  sleep $(((${hour:-0} * 3600 - now % 86400 + 86399) % 86400 + 1))
  # shellcheck disable=SC2086 # one word a key is meant
  until node apps/cli/lepta.mjs backup --into /backups --keep "$BACKUP_KEEP_DAYS" $keys; do
    echo 'the backup failed; it is tried again in an hour' >&2
    sleep 3600
  done
done
