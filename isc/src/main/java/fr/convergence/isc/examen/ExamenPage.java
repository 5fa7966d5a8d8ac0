package fr.convergence.isc.examen;

import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.inscription.DossierDInscription;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Une inscription à examiner : ce qui a été déclaré, le document, les vidéos, les trois contrôles.
 *
 * @param videos celles que cet opérateur peut voir
 * @param lecteur vrai s'il est de ceux qui voient les vidéos
 */
public record ExamenPage(
        DossierDInscription dossier,
        @Nullable Verification verification,
        List<Video> videos,
        boolean lecteur,
        SaisieDExamen saisie,
        Erreurs erreurs)
        implements PageDeSaisie {

    /** @param cle celle du nom de la séquence */
    public record Video(String cle, String adresse) {}

    static List<Video> videos(Verification verification) {
        return verification.prise().stream()
                .flatMap(prise -> prise.sequences().stream())
                .map(sequence -> new Video("identite.sequence." + sequence.code(), adresse(verification, sequence)))
                .toList();
    }

    private static String adresse(Verification verification, Sequence sequence) {
        return BureauController.BUREAU + "/identites/" + verification.id() + "/" + sequence.code();
    }

    public String adresse() {
        return BureauController.INSCRIPTIONS + "/" + dossier.id();
    }

    public List<TypeIdentifiant> types() {
        return List.of(TypeIdentifiant.values());
    }
}
