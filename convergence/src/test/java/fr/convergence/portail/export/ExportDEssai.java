package fr.convergence.portail.export;

import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un export prêt, d'un vérificateur d'Occitanie. */
public final class ExportDEssai {

    private ExportDEssai() {}

    public static void poser(ApplicationContext portail, UUID id, UUID compte) {
        var fichier = portail.getBean(Fichiers.class)
                .ranger("essai", new NomDeFichier("essai.csv"), Format.CSV, new byte[] {'x'});
        portail.getBean(JdbcClient.class)
                .sql("""
                        insert into export_demande (id, compte, forme, colonnes, filtres, empreinte, etat, region,
                            fichier, nom, taille, demande_le, fini_le, expire_le)
                        values (:id, :compte, 'CSV', 'REFERENCE', '{}', 'essai', 'PRET', '76', :fichier,
                            'essai.csv', 1, :le, :le, cast(:le as timestamptz) + interval '1 day')
                        """)
                .param("id", id)
                .param("compte", compte)
                .param("fichier", fichier)
                .param("le", Timestamp.from(portail.getBean(Clock.class).instant()))
                .update();
    }
}
