package fr.convergence.mesures.charge;

import fr.convergence.mesures.charge.Candidats.Candidat;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Copie les dossiers modèles : chaque copie a ses lignes dans toutes les tables, réponses, révisions, pièces, éditions et
 * journal compris. Seuls les octets des pièces n'y sont pas, et le sceau des lignes de journal est celui du modèle.
 */
final class Copies {

    /** Un brouillon, puis ce que sont devenus les dossiers transmis : état, niveau, part sur vingt. */
    private static final List<String[]> DESTINS = List.of(
            new String[] {CodeDEtat.BROUILLON.name(), "", "3"},
            new String[] {CodeDEtat.EN_VERIFICATION.name(), "ARS", "8"},
            new String[] {CodeDEtat.A_MODIFIER.name(), "ARS", "2"},
            new String[] {CodeDEtat.ACCEPTEE.name(), "ARS", "6"},
            new String[] {CodeDEtat.REFUSEE.name(), "ARS", "1"});

    private final Base base;
    private final List<DossierModele> modeles;
    private final StringBuilder dossiers = new StringBuilder();
    private final List<String> desReferents = new ArrayList<>();

    Copies(Base base, List<DossierModele> modeles) {
        this.base = base;
        this.modeles = modeles;
    }

    /** @return les dossiers des référents, tous des brouillons complets */
    List<String> executer(List<Candidat> candidats, List<UUID> referents) throws IOException {
        var autre = UUID.randomUUID();
        for (var rang = 0; rang < candidats.size(); rang++) {
            var connu = rang < referents.size() * Peuplement.PAR_REFERENT;
            // Les GHT viennent en tête : chaque référent en a un.
            autre = rang % 4 == 0 ? UUID.randomUUID() : autre;
            for (var guichet : Remplissage.GUICHETS) {
                ajouter(
                        candidats.get(rang),
                        guichet,
                        connu ? referents.get(rang % referents.size()) : autre,
                        connu,
                        rang);
            }
        }
        ecrire();
        // Par guichet, pour que le n-ième soit au référent n % référents.
        var ranges = new ArrayList<String>();
        for (var g = 0; g < Remplissage.GUICHETS.size(); g++) {
            for (var i = g; i < desReferents.size(); i += Remplissage.GUICHETS.size()) {
                ranges.add(desReferents.get(i));
            }
        }
        return List.copyOf(ranges);
    }

    private void ajouter(Candidat candidat, String guichet, UUID referent, boolean connu, int rang) {
        var reference = ReferenceDeDossier.nouvelle().valeur();
        var destin = connu ? DESTINS.getFirst() : destin(rang);
        var transmis = !destin[0].equals(CodeDEtat.BROUILLON.name());
        var modele = modeles.stream()
                .filter(m -> m.guichet().equals(guichet) && m.transmis() == transmis)
                .findFirst()
                .orElseThrow();
        var nom = "%s (%s)".formatted(candidat.nom(), candidat.cle().identifiant());
        var recherche = Mots.indexer(nom) + Mots.indexer(reference).replace(" ", " =");
        dossiers.append(String.join(
                        "\t",
                        Uuid.v7().toString(),
                        Uuid.v7().toString(),
                        reference,
                        modele.reference(),
                        candidat.cle().type().name(),
                        candidat.cle().identifiant(),
                        nom,
                        candidat.region(),
                        referent.toString(),
                        destin[0],
                        destin[1],
                        String.valueOf(rang % 60),
                        Mots.normaliser(nom),
                        recherche))
                .append('\n');
        if (connu) {
            desReferents.add(reference);
        }
    }

    private static String[] destin(int rang) {
        var tirage = Integer.remainderUnsigned(rang * 0x9E3779B9 >>> 8, 20);
        for (var destin : DESTINS) {
            tirage -= Integer.parseInt(destin[2]);
            if (tirage < 0) {
                return destin;
            }
        }
        throw new IllegalStateException("les parts font vingt");
    }

    private void ecrire() throws IOException {
        try (var connexion = DriverManager.getConnection(base.adresse(), "postgres", "postgres");
                var ordre = connexion.createStatement();
                var script = Copies.class.getResourceAsStream("copies.sql")) {
            var morceaux = avecLesCodes(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .split("-- copie --\n");
            ordre.execute(morceaux[0]);
            connexion
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copie from stdin", new StringReader(dossiers.toString()));
            ordre.execute(morceaux[1]);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String avecLesCodes(String script) {
        var avec = script;
        for (var etat : CodeDEtat.values()) {
            avec = avec.replace("{" + etat.name() + "}", etat.sql());
        }
        return avec;
    }
}
