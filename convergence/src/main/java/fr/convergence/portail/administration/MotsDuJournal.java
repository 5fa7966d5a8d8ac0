package fr.convergence.portail.administration;

import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Textes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Dit en mots ce que le journal garde en codes : actes, objets, détails. */
@Component
final class MotsDuJournal {

    private final Textes textes;
    private final DetailDuJournal detail;

    MotsDuJournal(Textes textes, DetailDuJournal detail) {
        this.textes = textes;
        this.detail = detail;
    }

    List<Choix> actes() {
        return Acte.codes().stream()
                .map(acte -> new Choix(acte, acte(acte)))
                .sorted(Comparator.comparing(Choix::libelle))
                .toList();
    }

    List<Choix> sortes() {
        return Arrays.stream(Sorte.values())
                .map(sorte -> new Choix(sorte.code(), sorte(sorte.code())))
                .toList();
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
        var sorte = barre < 0 ? Sorte.DOSSIER.code() : chaine.substring(0, barre);
        var id = chaine.substring(barre + 1);
        return "%s – %s"
                .formatted(
                        sorte(sorte),
                        Uuid.lire(id)
                                .map(noms::get)
                                .orElseGet(() -> sorte.equals(Sorte.ACCUEIL.code()) ? lecteur(id) : id));
    }

    /** Celui qui fait seul ce qu'il doit faire se nomme comme le journal le montre. */
    boolean systeme(String saisi) {
        return saisi.equalsIgnoreCase(textes.de("dossier.acteur.systeme"));
    }

    String acteur(String acteur, Map<UUID, String> noms) {
        return acteur.equals(Journal.SYSTEME)
                ? textes.de("dossier.acteur.systeme")
                : Uuid.lire(acteur).map(noms::get).orElse(acteur);
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
