-- Travaux périodiques partagés par les nœuds (db-scheduler 16).
create table tache (
    task_name               text not null,
    task_instance           text not null,
    task_data               bytea,
    execution_time          timestamptz not null,
    picked                  boolean not null,
    picked_by               text,
    last_success            timestamptz,
    last_failure            timestamptz,
    consecutive_failures    int,
    last_heartbeat          timestamptz,
    version                 bigint not null,
    priority                smallint,
    primary key (task_name, task_instance)
);
create index tache_par_echeance on tache (execution_time);
create index tache_par_battement on tache (last_heartbeat);
