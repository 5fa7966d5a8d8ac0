package fr.convergence.portail.compte;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.Finess;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les établissements qu'un référent représente (ETB-1) : le premier est celui de son inscription. */
@Component
public final class EtablissementsDuCompte {

    private final JdbcClient base;
    private final Clock horloge;

    EtablissementsDuCompte(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    public List<CleCandidat> de(UUID compte) {
        return base.sql("""
                select candidat_type, candidat from compte_etablissement
                where compte = ? order by ajoute_le, candidat_type, candidat
                """)
                .param(compte)
                .query((ligne, rang) -> new CleCandidat(
                        TypeCandidat.valueOf(ligne.getString("candidat_type")), ligne.getString("candidat")))
                .list();
    }

    public boolean represente(UUID compte, CleCandidat candidat) {
        return base.sql("""
                select exists (select from compte_etablissement
                    where compte = ? and candidat_type = ? and candidat = ?)
                """)
                .params(compte, candidat.type().name(), candidat.identifiant())
                .query(Boolean.class)
                .single();
    }

    /** Sans effet si le compte n'existe pas, ou représente déjà cet établissement. */
    void ajouter(UUID compte, CleCandidat candidat, List<Finess> entites) {
        base.sql("""
                insert into compte_etablissement (compte, candidat_type, candidat, entites, ajoute_le)
                select id, :type, :candidat, :entites, :maintenant from compte where id = :compte
                on conflict do nothing
                """)
                .param("compte", compte)
                .param("type", candidat.type().name())
                .param("candidat", candidat.identifiant())
                .param("entites", entites.stream().map(Finess::valeur).toArray(String[]::new))
                .param("maintenant", Timestamp.from(horloge.instant()))
                .update();
    }

    boolean retirer(UUID compte, CleCandidat candidat) {
        return base.sql("delete from compte_etablissement where compte = ? and candidat_type = ? and candidat = ?")
                        .params(compte, candidat.type().name(), candidat.identifiant())
                        .update()
                == 1;
    }

    void toutRetirer(UUID compte) {
        base.sql("delete from compte_etablissement where compte = ?")
                .param(compte)
                .update();
    }
}
