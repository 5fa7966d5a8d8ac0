package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.Declarant;
import fr.convergence.socle.site.Langue;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu’un mandataire a déjà fait de son inscription.
 *
 * @param controle vrai quand le contrôle de sécurité est passé : il n’est pas redemandé à qui revient sur ses pas
 * @param consentie vrai quand il a accepté que son identité soit vérifiée
 * @param verifiee vrai quand sa vérification d’identité est terminée
 * @param langue celle où lui écrire
 * @param motif ce qu’un opérateur a demandé de refaire
 */
record DemarcheDuMandataire(
        boolean controle,
        @Nullable Declarant declarant,
        @Nullable DocumentDEntreprise document,
        boolean consentie,
        boolean verifiee,
        Langue langue,
        @Nullable String motif) {

    static DemarcheDuMandataire vide(Langue langue) {
        return new DemarcheDuMandataire(false, null, null, false, false, langue, null);
    }

    DemarcheDuMandataire controlePasse() {
        return new DemarcheDuMandataire(true, declarant, document, consentie, verifiee, langue, motif);
    }

    /** Un Kbis n’est lu que pour un nom : un autre nom demande de le relire. Qui décide compare l’identité filmée à ce nom-ci. */
    DemarcheDuMandataire avec(Declarant saisi, Langue sa) {
        var memeNom = declarant != null
                && declarant.nom().equals(saisi.nom())
                && declarant.prenom().equals(saisi.prenom());
        return new DemarcheDuMandataire(true, saisi, memeNom ? document : null, consentie, verifiee, sa, motif);
    }

    DemarcheDuMandataire avec(@Nullable DocumentDEntreprise depose) {
        return new DemarcheDuMandataire(controle, declarant, depose, consentie, verifiee, langue, motif);
    }

    DemarcheDuMandataire consentir() {
        return new DemarcheDuMandataire(controle, declarant, document, true, verifiee, langue, motif);
    }

    DemarcheDuMandataire verifier() {
        return new DemarcheDuMandataire(controle, declarant, document, consentie, true, langue, motif);
    }

    /** Ce qu’un opérateur redemande est à refaire ; le reste tient. */
    DemarcheDuMandataire redemander(String pourquoi, boolean autreDocument, boolean autreVerification) {
        return new DemarcheDuMandataire(
                controle,
                declarant,
                autreDocument ? null : document,
                consentie,
                verifiee && !autreVerification,
                langue,
                pourquoi);
    }

    boolean complete() {
        return declarant != null && document != null && verifiee;
    }

    /** Où reprendre : la première étape qui n’est pas complète. */
    EtapeDuMandataire etape() {
        if (declarant == null) {
            return EtapeDuMandataire.INFORMATIONS;
        }
        return document == null ? EtapeDuMandataire.ENTREPRISE : EtapeDuMandataire.IDENTITE;
    }

    /** Sans rien de la personne. */
    @Override
    public String toString() {
        return "DemarcheDuMandataire[" + etape() + "]";
    }
}
