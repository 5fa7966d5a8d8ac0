package fr.convergence.portail.registre;

import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.registre.Enregistrement.Adresse;
import fr.convergence.portail.registre.Enregistrement.Eg;
import fr.convergence.portail.registre.Enregistrement.Ej;
import fr.convergence.portail.registre.Enregistrement.Ght;
import fr.convergence.portail.registre.Enregistrement.Membre;
import fr.convergence.portail.registre.Enregistrement.Rejet;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Où le fichier lu attend d'être fondu dans le registre : des tables temporaires de la transaction, remplies par COPY. La
 * mémoire tient quelques centaines de kilooctets par table, quelle que soit la taille du fichier.
 */
final class ZoneImport implements Consumer<Enregistrement> {

    private static final int TAMPON = 256 * 1024;

    private static final String CREATION = """
            create temp table zone_ej (
                fichier text, ligne bigint, finess text, smsse text, raison_sociale text, siren text,
                statut_juridique text, secteur text, type_declare text, voie text, code_postal text, commune text,
                departement text, region text, tri text collate "C", mots text, fermee boolean, ferme_le date
            ) on commit drop;
            create temp table zone_eg (
                fichier text, ligne bigint, finess text, finess_ej text, raison_sociale text, categorie text,
                libelle_categorie text, siret text, voie text, code_postal text, commune text, departement text,
                region text, telephone text, tri text collate "C", recherche text, fermee boolean, ferme_le date
            ) on commit drop;
            create temp table zone_ght (
                fichier text, ligne bigint, code text, code_diffusion text, nom text, region text,
                tri text collate "C", mots text
            ) on commit drop;
            create temp table zone_membre (
                fichier text, ligne bigint, code_ght text, ej text, role text, deduite boolean, finess text
            ) on commit drop;
            create temp table zone_rejet (
                fichier text, ligne bigint, motif text, identifiant text
            ) on commit drop;
            """;

    private static final String INDEX = """
            create index on zone_ej (finess);
            create index on zone_ej (smsse);
            create index on zone_eg (finess);
            create index on zone_rejet (identifiant);
            analyze zone_ej, zone_eg, zone_ght, zone_membre, zone_rejet
            """;

    private enum Table {
        EJ("zone_ej"),
        EG("zone_eg"),
        GHT("zone_ght"),
        MEMBRE("zone_membre (fichier, ligne, code_ght, ej, role, deduite)"),
        REJET("zone_rejet");

        private final String cible;

        Table(String cible) {
            this.cible = cible;
        }
    }

    private final Connection connexion;
    private final CopyManager copie;
    private final Map<Table, StringBuilder> tampons = new EnumMap<>(Table.class);

    ZoneImport(Connection connexion) {
        this.connexion = connexion;
        try {
            this.copie = connexion.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY indisponible", e);
        }
        executer(CREATION);
    }

    @Override
    public void accept(Enregistrement enregistrement) {
        switch (enregistrement) {
            case Ej ej -> ej(ej);
            case Eg eg -> eg(eg);
            case Ght ght -> ght(ght);
            case Membre membre -> membre(membre);
            case Rejet rejet ->
                ecrire(
                        Table.REJET,
                        rejet.origine().fichier(),
                        rejet.origine().ligne(),
                        rejet.motif(),
                        rejet.identifiant());
        }
    }

    /** Tout est lu : le reste des tampons part, et la base apprend la taille de ce qu'elle va fondre. */
    void clore() {
        for (var table : Table.values()) {
            vider(table);
        }
        executer(INDEX);
    }

    private void ej(Ej ej) {
        var adresse = ej.adresse();
        var finess = ej.finess().valeur();
        ecrire(
                Table.EJ,
                ej.origine().fichier(),
                ej.origine().ligne(),
                finess,
                ej.suivi().idSmsse(),
                ej.nom().court(),
                ej.siren(),
                ej.statutJuridique(),
                ej.secteur(),
                ej.typeDeclare(),
                adresse.voie(),
                adresse.codePostal(),
                adresse.commune(),
                adresse.departement(),
                region(adresse, ej.finess()),
                Mots.normaliser(ej.nom().court()),
                Mots.indexer(
                        ej.nom().court(),
                        ej.nom().entier(),
                        adresse.commune(),
                        adresse.codePostal(),
                        finess,
                        ej.siren()),
                ej.suivi().fermee(),
                ej.suivi().fermeLe());
    }

    private void eg(Eg eg) {
        var adresse = eg.adresse();
        var finess = eg.finess().valeur();
        ecrire(
                Table.EG,
                eg.origine().fichier(),
                eg.origine().ligne(),
                finess,
                eg.finessEj().valeur(),
                eg.nom().court(),
                eg.categorie().code(),
                eg.categorie().libelle(),
                eg.siret(),
                adresse.voie(),
                adresse.codePostal(),
                adresse.commune(),
                adresse.departement(),
                region(adresse, eg.finess()),
                eg.telephone(),
                Mots.normaliser(eg.nom().court()),
                Mots.indexer(
                        eg.nom().court(),
                        eg.nom().entier(),
                        adresse.commune(),
                        adresse.codePostal(),
                        finess,
                        eg.finessEj().valeur()),
                eg.suivi().fermee(),
                eg.suivi().fermeLe());
    }

    private void ght(Ght ght) {
        ecrire(
                Table.GHT,
                ght.origine().fichier(),
                ght.origine().ligne(),
                ght.code(),
                ght.codeDiffusion(),
                ght.nom(),
                new CodeGht(ght.code()).region().code(),
                Mots.normaliser(ght.nom()),
                Mots.indexer(ght.nom(), ght.code(), ght.codeDiffusion()));
    }

    private void membre(Membre membre) {
        ecrire(
                Table.MEMBRE,
                membre.origine().fichier(),
                membre.origine().ligne(),
                membre.codeGht(),
                membre.ej(),
                membre.support() ? "SUPPORT" : "MEMBRE",
                String.valueOf(membre.deduite()));
    }

    private static @Nullable String region(Adresse adresse, Finess finess) {
        return adresse.region(finess).map(Region::code).orElse(null);
    }

    private void ecrire(Table table, @Nullable Object... valeurs) {
        var tampon = tampons.computeIfAbsent(table, _ -> new StringBuilder(TAMPON + 4096));
        for (int i = 0; i < valeurs.length; i++) {
            if (i > 0) {
                tampon.append('\t');
            }
            echapper(tampon, valeurs[i]);
        }
        tampon.append('\n');
        if (tampon.length() > TAMPON) {
            vider(table);
        }
    }

    /** Le format texte de COPY ; un caractère de commande, que PostgreSQL refuse ou interprète, devient une espace. */
    private static void echapper(StringBuilder tampon, @Nullable Object valeur) {
        if (valeur == null) {
            tampon.append("\\N");
            return;
        }
        var texte = valeur.toString();
        for (int i = 0; i < texte.length(); i++) {
            var c = texte.charAt(i);
            if (c == '\\') {
                tampon.append('\\');
            }
            tampon.append(Character.isISOControl(c) ? ' ' : c);
        }
    }

    private void vider(Table table) {
        var tampon = tampons.get(table);
        if (tampon == null || tampon.isEmpty()) {
            return;
        }
        try {
            copie.copyIn(
                    "copy " + table.cible + " from stdin",
                    new ByteArrayInputStream(tampon.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY refusé vers " + table.cible, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tampon.setLength(0);
    }

    private void executer(String sql) {
        try (var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("zone d’import", e);
        }
    }
}
