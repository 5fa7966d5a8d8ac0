package fr.convergence.portail.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.etablissement.ResultatImport.Importe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Une base où seul le registre ordinaire est importé, et de quoi l'importer de nouveau. */
final class RegistreImporte {

    final ImporterRegistre importer;
    final Etablissements etablissements;

    RegistreImporte(DataSource source, JdbcClient sql, TransactionTemplate transaction, Path dossier)
            throws IOException {
        sql.sql("""
                truncate etablissement_import, etablissement_import_compte, etablissement_import_rejet,
                    etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre""").update();
        etablissements = new Etablissements(sql);
        importer = new ImporterRegistre(source, sql, transaction, etablissements, Clock.systemDefaultZone(), _ -> {});
        importe(RegistreEcrit.ordinaire(dossier).ecrire());
    }

    RapportImport importe(Path chemin) {
        var resultat = importer.executer(chemin);
        assertThat(resultat).isInstanceOf(Importe.class);
        return ((Importe) resultat).rapport();
    }

    Candidat.EntiteJuridique ej(String finess) {
        return (Candidat.EntiteJuridique) etablissements
                .candidat(new CleCandidat(TypeCandidat.EJ_PRIVEE, finess))
                .orElseThrow();
    }
}
