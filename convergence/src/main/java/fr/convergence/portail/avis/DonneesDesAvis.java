package fr.convergence.portail.avis;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les questions que le titulaire a posées et les avis qu'il a rendus. */
@Component
final class DonneesDesAvis implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record AvisRemis(String dossier, int numero, String part, String texte, String ecritLe) {}

    private final Avis avis;

    DonneesDesAvis(Avis avis) {
        this.avis = avis;
    }

    @Override
    public String rubrique() {
        return "avis";
    }

    @Override
    public Object de(UUID compte) {
        return avis.ecritsPar(compte).stream()
                .map(ecrit -> new AvisRemis(
                        ecrit.reference(),
                        ecrit.numero(),
                        ecrit.part(),
                        ecrit.texte(),
                        ecrit.le().toString()))
                .toList();
    }
}
