package fr.convergence.portail.conteneur;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuSupport.ConteneursImportes;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.conteneur.ReserveDeConteneurs.Envoye;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.tableur.TableauEnvoye;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.Constat;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.contenu.Regle;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remplit la réserve : un tableau et les conteneurs qu'il nomme ; une ligne refusée n'empêche pas les autres (ZED-2). */
@Component
class ImporterConteneurs {

    private static final List<String> COLONNES =
            List.of("guichet", "objectif", "fichier", "utilisateur", "mot_de_passe");

    /** Ce qu'il advient de l'envoi. */
    sealed interface Importation {
        record Faite(int ajoutes, List<Refusee> refusees) implements Importation {}

        record Illisible(Message pourquoi) implements Importation {}
    }

    /** Une ligne qui n'entre pas dans la réserve. */
    record Refusee(int numero, Message pourquoi) {}

    private final ReserveDeConteneurs reserve;
    private final GuichetsPublies guichets;
    private final Journal journal;

    ImporterConteneurs(ReserveDeConteneurs reserve, GuichetsPublies guichets, Journal journal) {
        this.reserve = reserve;
        this.guichets = guichets;
        this.journal = journal;
    }

    /** @param fichiers par nom, tels qu'envoyés */
    @Transactional(rollbackFor = IOException.class)
    public Importation executer(Connecte qui, byte[] csv, Map<String, byte[]> fichiers) throws IOException {
        return switch (TableauEnvoye.lire(csv, COLONNES)) {
            case TableauEnvoye.Lecture.Refusee(var pourquoi) -> new Importation.Illisible(pourquoi);
            case TableauEnvoye.Lecture.Lue(var tableau) -> {
                var refusees = new ArrayList<Refusee>();
                for (var ligne : tableau.lignes()) {
                    importer(ligne, fichiers).ifPresent(raison -> refusees.add(new Refusee(ligne.numero(), raison)));
                }
                var ajoutes = tableau.lignes().size() - refusees.size();
                if (ajoutes > 0) {
                    journal.ecrire(
                            Sorte.CONTENEUR.chaine(Uuid.v7()),
                            qui.getName(),
                            new ConteneursImportes(HexFormat.of().formatHex(Sha256.de(csv))));
                }
                yield new Importation.Faite(ajoutes, refusees);
            }
        };
    }

    private Optional<Message> importer(TableauEnvoye.Ligne ligne, Map<String, byte[]> fichiers) throws IOException {
        if (ligne.defaut().isPresent()) {
            return ligne.defaut();
        }
        var guichet = guichets.enVigueur(ligne.de("guichet"));
        if (guichet.isEmpty()) {
            return refus("conteneur.reserve.refus.guichet");
        }
        if (!ligne.de("objectif").isEmpty() && !confidentielle(guichet.get(), ligne.de("objectif"))) {
            return refus("conteneur.reserve.refus.objectif");
        }
        var octets = fichiers.get(ligne.de("fichier"));
        if (octets == null) {
            return refus("conteneur.reserve.refus.fichier");
        }
        if (ligne.de("utilisateur").isEmpty() || ligne.de("mot_de_passe").isEmpty()) {
            return refus("conteneur.reserve.refus.identifiants");
        }
        if (!zed(octets)) {
            return refus("conteneur.reserve.refus.contenu");
        }
        var envoye = new Envoye(
                ligne.de("guichet"),
                ligne.de("objectif"),
                NomDeFichier.lire(ligne.de("fichier")).valeur(),
                HexFormat.of().formatHex(Sha256.de(octets)),
                octets,
                new Identifiants(ligne.brut("utilisateur"), ligne.brut("mot_de_passe")));
        if (!reserve.ajouter(Uuid.v7(), envoye)) {
            return refus("conteneur.reserve.refus.deja");
        }
        reserve.apaiser(envoye.guichet(), envoye.question());
        return Optional.empty();
    }

    private boolean confidentielle(Guichet guichet, String question) {
        return guichet.definition().etapes().stream()
                .map(EtapeDuGuichet::formulaire)
                .flatMap(reference -> reference.flatMap(guichets::formulaireSIlExiste).stream())
                .flatMap(formulaire -> formulaire.definition().question(question).stream())
                .anyMatch(trouvee -> trouvee.type() instanceof Piece piece && piece.confidentielle());
    }

    private static boolean zed(byte[] octets) throws IOException {
        var fichier = Files.createTempFile("conteneur", ".zed");
        try {
            Files.write(fichier, octets);
            try (var canal = Files.newByteChannel(fichier)) {
                return Controles.examiner(canal, Format.ZED, Regle.sansMention()) instanceof Constat.Admis;
            }
        } finally {
            Files.delete(fichier);
        }
    }

    private static Optional<Message> refus(String raison) {
        return Optional.of(new Message(raison));
    }
}
