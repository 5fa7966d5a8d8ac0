package fr.convergence.socle.journal;

import fr.convergence.socle.base.DemarrageImpossible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuse de démarrer si le rôle qui sert les requêtes peut récrire le journal : la garantie d'ajout seul tient à cela. */
@Component
final class RoleDeLApplication implements SmartInitializingSingleton {

    private static final Logger JOURNAL = LoggerFactory.getLogger(RoleDeLApplication.class);

    private final JdbcClient base;
    private final boolean seulRoleAdmis;

    RoleDeLApplication(JdbcClient base, @Value("${convergence.journal.role-unique:false}") boolean seulRoleAdmis) {
        this.base = base;
        this.seulRoleAdmis = seulRoleAdmis;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!peutRecrire()) {
            return;
        }
        if (!seulRoleAdmis) {
            throw new DemarrageImpossible(
                    "Le rôle de CONVERGENCE_DB_USER peut récrire le journal des actes : donnez le propriétaire de la base dans CONVERGENCE_DB_OWNER et un autre rôle, sans droits, dans CONVERGENCE_DB_USER (documentation/exploitation.md), ou admettez-le par convergence.journal.role-unique=true.");
        }
        JOURNAL.warn(
                "Le rôle de l’application peut récrire le journal des actes (convergence.journal.role-unique) : rien ne garantit plus qu’on ne fasse qu’y ajouter");
    }

    /**
     * Par la table, une de ses colonnes, ses fonctions, par le schéma ou la base qui les portent : qui crée dans le schéma glisse
     * ses opérateurs sous ceux des fonctions. Celui de la connexion compte, un « reset role » y revient ; et tout rôle dont il
     * est membre, même sans en hériter : un « set role » l'y mène.
     */
    private boolean peutRecrire() {
        return base.sql("""
                select exists (
                    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_roles r on pg_has_role(session_user, r.oid, 'member')
                    where c.oid in ('journal'::regclass, 'journal_chaine'::regclass, 'journal_ancre'::regclass)
                      and (r.oid in (c.relowner, n.nspowner)
                           or has_schema_privilege(r.oid, n.oid, 'create')
                           or has_table_privilege(r.oid, c.oid, 'update, delete, truncate, trigger')
                           or has_any_column_privilege(r.oid, c.oid, 'update')))
                or exists (
                    select from pg_proc f
                    where f.proname in ('journal_tete', 'journal_ajouter')
                      and pg_has_role(session_user, f.proowner, 'member'))
                or exists (
                    select from pg_database d
                    where d.datname = current_database() and pg_has_role(session_user, d.datdba, 'member'))
                or exists (
                    select from pg_roles r
                    where (r.rolsuper or r.rolname in ('pg_execute_server_program', 'pg_write_server_files'))
                      and pg_has_role(session_user, r.oid, 'member'))
                """).query(Boolean.class).single();
    }
}
