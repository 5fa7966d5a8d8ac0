package fr.convergence.portail.registre;

import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Le registre change sous les yeux d'un référent : ce qui en était retenu est oublié, comme après un import. */
public final class RegistreChange {

    private RegistreChange() {}

    /** L'entité juridique quitte les fichiers publiés. */
    public static void fermer(JdbcClient base, Etablissements registre, CleCandidat cle) {
        base.sql("update etablissement_ej set ferme_le = now() where finess = ?")
                .param(cle.identifiant())
                .update();
        registre.oublier();
    }
}
