package fr.convergence.portail.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.registre.ResultatImport.Importe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Une base où seul le registre ordinaire est importé, et de quoi l'importer de nouveau. */
public final class RegistreImporte {

    final ImporterRegistre importer;
    final Etablissements etablissements;

    RegistreImporte(DataSource source, JdbcClient sql, TransactionTemplate transaction, Path dossier)
            throws IOException {
        sql.sql("""
                truncate etablissement_import, etablissement_import_compte, etablissement_import_rejet,
                    etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre""").update();
        etablissements = new Etablissements(sql);
        importer = importeur(source, sql, transaction, etablissements);
        importe(RegistreEcrit.ordinaire(dossier).ecrire());
    }

    /** Importe ce dossier tel quel, dans la base où ce registre lit. */
    public static RapportImport importer(
            DataSource source, JdbcClient sql, TransactionTemplate transaction, Etablissements registre, Path chemin) {
        return importe(importeur(source, sql, transaction, registre), chemin);
    }

    RapportImport importe(Path chemin) {
        return importe(importer, chemin);
    }

    private static ImporterRegistre importeur(
            DataSource source, JdbcClient sql, TransactionTemplate transaction, Etablissements registre) {
        return new ImporterRegistre(source, sql, transaction, registre, Clock.systemDefaultZone(), _ -> {});
    }

    private static RapportImport importe(ImporterRegistre importer, Path chemin) {
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
