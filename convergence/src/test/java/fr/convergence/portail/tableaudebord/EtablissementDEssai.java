package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Finess;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Une entité juridique privée d'Occitanie, neuve au registre. */
public final class EtablissementDEssai {

    private static final AtomicInteger SUIVANT = new AtomicInteger(10_000);

    private EtablissementDEssai() {}

    public static CleCandidat nouveau(JdbcClient base) {
        var finess = finess();
        var importation = Uuid.v7();
        base.sql(
                        "insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'bord', now(), 'IMPORTE')")
                .param(importation)
                .update();
        base.sql("""
                insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                values (?, ?, 'EJ_PRIVEE', 'BADENS', '76', 'clinique', ' clinique', ?)
                """).params(finess, "CLINIQUE " + finess, importation).update();
        return new CleCandidat(TypeCandidat.EJ_PRIVEE, finess);
    }

    private static String finess() {
        var debut = "990" + SUIVANT.incrementAndGet();
        for (int cle = 0; cle < 10; cle++) {
            if (Finess.lire(debut + cle).siLue().isPresent()) {
                return debut + cle;
            }
        }
        throw new IllegalStateException("Aucune clé pour " + debut);
    }
}
