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

    private boolean peutRecrire() {
        return base.sql("""
                select role.rolsuper or exists (
                    select from pg_class c
                    where c.oid in ('journal'::regclass, 'journal_chaine'::regclass, 'journal_ancre'::regclass)
                      and (pg_has_role(c.relowner, 'member')
                           or has_table_privilege(c.oid, 'update, delete, truncate, trigger')))
                from pg_roles role where role.rolname = current_user
                """).query(Boolean.class).single();
    }
}
