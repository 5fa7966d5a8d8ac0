-- Après chaque migration, par le rôle qui la joue : celui de l'application emploie toutes les tables, mais ne peut rien
-- récrire du journal. Seul ce qui manque est donné : un démarrage ordinaire n'écrit rien.
do $$
declare
    application constant text := '${application}';
    tenues constant text[] := array['journal', 'journal_chaine', 'journal_ancre', 'flyway_schema_history'];
    objet record;
begin
    if application = current_user then
        return; -- un seul rôle : RoleDeLApplication le refuse, ou l'exploitant l'a admis
    end if;
    perform pg_advisory_xact_lock(hashtext('convergence-droits')); -- deux nœuds qui démarrent ensemble
    for objet in
        select c.oid::regclass as nom, c.relkind from pg_class c
        where c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'usage')
          and not c.relname = any (tenues)
          and case when c.relkind = 'S' then not has_sequence_privilege(application, c.oid, 'usage')
                   when c.relkind in ('r', 'p', 'v', 'm') then not has_table_privilege(application, c.oid, 'insert')
                   else false end
    loop
        if objet.relkind = 'S' then
            execute format('grant usage, select on sequence %s to %I', objet.nom, application);
        else
            execute format('grant select, insert, update, delete, maintain on %s to %I', objet.nom, application);
        end if;
    end loop;
    if not has_function_privilege(application, 'journal_tete(text)', 'execute') then
        execute format('grant select on journal, journal_chaine to %I', application);
        execute format('grant select, insert on journal_ancre to %I', application);
        execute format('grant execute on function journal_tete, journal_ajouter to %I', application);
    end if;
end $$;
