package fr.convergence.portail.profil;

import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** « Vos établissements ». */
public record EtablissementsPage(List<Lien> menu, List<Ligne> lignes, Erreurs erreurs) implements PageDeSaisie {

    /**
     * Un établissement.
     *
     * @param cle ce qui le désigne dans un formulaire
     * @param ouvert faux quand le registre national l'a fermé, ou ne le connaît plus
     */
    public record Ligne(String cle, String type, String nom, String region, boolean ouvert) {

        static Ligne de(Candidat candidat) {
            return new Ligne(
                    candidat.cle().toString(),
                    candidat.type().libelle(),
                    candidat.denomination(),
                    candidat.region().map(Region::nom).orElse(""),
                    candidat.ouvert());
        }
    }

    /** Le nom de ceux que le registre national dit fermés. */
    public List<String> fermes() {
        return lignes.stream().filter(ligne -> !ligne.ouvert()).map(Ligne::nom).toList();
    }

    /** Un compte garde au moins un établissement. */
    public boolean retirables() {
        return lignes.size() > 1;
    }
}
