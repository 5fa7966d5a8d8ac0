package fr.convergence.portail.convention;

import fr.convergence.portail.convention.EtatDeConvention.AEnvoyer;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.EtatDeConvention.Expiree;
import fr.convergence.portail.convention.EtatDeConvention.Refusee;
import fr.convergence.portail.convention.EtatDeConvention.Remplacee;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;
import java.util.UUID;

/**
 * Une convention et ses verbes. Chaque verbe répond pour chaque état.
 *
 * @param reference celle du dossier
 * @param numero son rang parmi celles du dossier, à partir de 1
 * @param etape le code de l'étape dont l'acceptation l'a fait établir
 * @param empreinte d'où se tire le code qui la vérifie ; elle ne se devine pas de ce qui est imprimé
 */
record Convention(
        UUID id,
        UUID dossier,
        ReferenceDeDossier reference,
        int numero,
        String etape,
        ContenuDeConvention contenu,
        String empreinte,
        EtatDeConvention etat) {

    Convention envoyer(Instant le, Instant expireLe, UUID document) {
        return switch (etat) {
            case AEnvoyer _ -> avec(new Envoyee(le, expireLe, document));
            case Envoyee _, Signee _, Refusee _, Expiree _, Remplacee _ -> throw interdit("envoyer");
        };
    }

    Convention signer(Instant le, UUID signe, UUID preuve) {
        return switch (etat) {
            case Envoyee envoyee -> avec(new Signee(le, envoyee.document(), signe, preuve));
            case AEnvoyer _, Signee _, Refusee _, Expiree _, Remplacee _ -> throw interdit("signer");
        };
    }

    Convention refuser(Instant le, String motif) {
        return switch (etat) {
            case Envoyee envoyee -> avec(new Refusee(le, motif, envoyee.document()));
            case AEnvoyer _, Signee _, Refusee _, Expiree _, Remplacee _ -> throw interdit("refuser");
        };
    }

    Convention expirer(Instant le) {
        return switch (etat) {
            case Envoyee envoyee -> avec(new Expiree(le, envoyee.document()));
            case AEnvoyer _, Signee _, Refusee _, Expiree _, Remplacee _ -> throw interdit("expirer");
        };
    }

    /** Ce qui est fini le reste ; une convention signée ne se remplace pas. */
    Convention remplacer(Instant le, String motif) {
        return switch (etat) {
            case AEnvoyer _, Envoyee _ -> avec(new Remplacee(le, motif, etat.aLire()));
            case Signee _, Refusee _, Expiree _, Remplacee _ -> throw interdit("remplacer");
        };
    }

    /** Vrai tant que le signataire a encore à faire. */
    boolean attendue() {
        return switch (etat) {
            case AEnvoyer _, Envoyee _ -> true;
            case Signee _, Refusee _, Expiree _, Remplacee _ -> false;
        };
    }

    /** Vrai tant qu'une autre personne peut avoir à la signer : à faire, refusée, ou pas signée à temps. */
    boolean adressable() {
        return switch (etat) {
            case AEnvoyer _, Envoyee _, Refusee _, Expiree _ -> true;
            case Signee _, Remplacee _ -> false;
        };
    }

    /** Peut-elle se signer à cette heure ? Le travail de fond qui la dit expirée passe un peu après. */
    boolean signable(Instant maintenant) {
        return etat instanceof Envoyee envoyee && maintenant.isBefore(envoyee.expireLe());
    }

    CodeDeVerification verification() {
        return CodeDeVerification.de(numero, empreinte);
    }

    private Convention avec(EtatDeConvention suivant) {
        return new Convention(id, dossier, reference, numero, etape, contenu, empreinte, suivant);
    }

    private IllegalStateException interdit(String verbe) {
        return new IllegalStateException("Une convention " + etat.code() + " ne peut pas " + verbe);
    }
}
