package fr.convergence.portail.messagerie;

import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les messages que le titulaire a écrits, de tous les dossiers, même ceux qu'il ne voit plus. */
@Component
final class DonneesDesMessages implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record MessageRemis(String dossier, String ecritLe, String texte, List<String> piecesJointes) {}

    private final Fil fil;
    private final Fichiers fichiers;

    DonneesDesMessages(Fil fil, Fichiers fichiers) {
        this.fil = fil;
        this.fichiers = fichiers;
    }

    @Override
    public String rubrique() {
        return "messages";
    }

    @Override
    public Object de(UUID compte) {
        return fil.ecritsPar(compte).stream()
                .map(ecrit -> new MessageRemis(
                        ecrit.reference(),
                        ecrit.le().toString(),
                        ecrit.texte(),
                        fichiers.fiches(ecrit.pieces()).stream()
                                .map(Fichier::nom)
                                .map(Object::toString)
                                .toList()))
                .toList();
    }
}
