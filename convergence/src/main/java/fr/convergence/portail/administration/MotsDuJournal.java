package fr.convergence.portail.administration;

import fr.convergence.socle.journal.RechercheAuJournal;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Textes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Dit en mots ce que le journal garde en codes : actes, objets, détails. */
@Component
final class MotsDuJournal {

    static final List<String> ACTES = List.of(
            "dossier-cree",
            "etape-ouverte",
            "reponse-enregistree",
            "etape-transmise",
            "modification-demandee",
            "etape-validee",
            "etape-refusee",
            "decision-reprise",
            "etape-close",
            "contact-modifie",
            "piece-deposee",
            "piece-retiree",
            "piece-refusee",
            "piece-telechargee",
            "connexion",
            "compte-cree",
            "compte-active",
            "compte-desactive",
            "compte-reactive",
            "compte-supprime",
            "membre-invite",
            "invitation-renvoyee",
            "inscription-ecartee",
            "referent-consulte",
            "informations-corrigees",
            "etablissement-ajoute",
            "etablissement-retire",
            "mot-de-passe-change",
            "mot-de-passe-reinitialise",
            "second-facteur-lie",
            "second-facteur-delie",
            "cle-d-acces-ajoutee",
            "cle-d-acces-retiree",
            "cgu-acceptees",
            "courriel-relance",
            "modele-reecrit",
            "modele-retabli",
            "texte-ecrit",
            "texte-retabli",
            "referentiel-envoye",
            "referentiel-confirme",
            "referentiel-abandonne",
            "referentiel-importe",
            "guichet-publie",
            "formulaire-publie");

    /** Ce qui précède « / » dans l'objet d'une ligne ; un dossier n'a que sa référence. */
    private static final List<String> SORTES = List.of(
            RechercheAuJournal.DOSSIER,
            "compte",
            "acces",
            "courriel",
            "modele",
            "accueil",
            "referentiel",
            "guichet",
            "formulaire");

    private final Textes textes;
    private final DetailDuJournal detail;

    MotsDuJournal(Textes textes, DetailDuJournal detail) {
        this.textes = textes;
        this.detail = detail;
    }

    List<Choix> actes() {
        return ACTES.stream()
                .map(acte -> new Choix(acte, acte(acte)))
                .sorted(Comparator.comparing(Choix::libelle))
                .toList();
    }

    List<Choix> sortes() {
        return SORTES.stream().map(sorte -> new Choix(sorte, sorte(sorte))).toList();
    }

    /** Les actes d'un dossier ont déjà leurs mots, ceux de son historique. */
    String acte(String code) {
        return Stream.of("dossier.acte." + code, "administration.acte." + code)
                .filter(textes::connait)
                .findFirst()
                .map(textes::de)
                .orElse(code.replace('-', ' '));
    }

    /** « Compte de Claire Durand », « Dossier ABCDEFGHIJ ». */
    String objet(String chaine, Map<UUID, String> noms) {
        var barre = chaine.indexOf('/');
        var sorte = barre < 0 ? RechercheAuJournal.DOSSIER : chaine.substring(0, barre);
        var id = chaine.substring(barre + 1);
        return "%s – %s"
                .formatted(
                        sorte(sorte),
                        JournalPage.compte(id)
                                .map(noms::get)
                                .orElseGet(() -> sorte.equals("accueil") ? lecteur(id) : id));
    }

    /** Celui qui fait seul ce qu'il doit faire se nomme comme le journal le montre. */
    boolean systeme(String saisi) {
        return saisi.equalsIgnoreCase(textes.de("dossier.acteur.systeme"));
    }

    String acteur(String acteur, Map<UUID, String> noms) {
        return acteur.equals("systeme")
                ? textes.de("dossier.acteur.systeme")
                : JournalPage.compte(acteur).map(noms::get).orElse(acteur);
    }

    List<String> detail(Map<String, String> detail) {
        return this.detail.enMots(detail);
    }

    private String lecteur(String code) {
        var cle = "accueil.public." + code + ".nom";
        return textes.connait(cle) ? textes.de(cle) : code;
    }

    private String sorte(String code) {
        var cle = "administration.sorte." + code;
        return textes.connait(cle) ? textes.de(cle) : code;
    }
}
