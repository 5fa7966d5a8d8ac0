package fr.convergence.portail.inscription;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.Region;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un visiteur a déjà saisi de son inscription.
 *
 * @param controle vrai quand le contrôle de sécurité est passé : il n'est pas redemandé à qui revient sur ses pas
 * @param motDePasse celui d'une première étape refusée pour autre chose, jusqu'à ce qu'elle soit acceptée (décision 0035)
 * @param prevenue l'adresse à qui le courriel est parti : seule chose gardée d'une inscription terminée
 */
record Brouillon(
        boolean controle,
        @Nullable Identite identite,
        @Nullable TypeCandidat type,
        @Nullable Region region,
        @Nullable CleCandidat choisi,
        @Nullable String motDePasse,
        @Nullable String prevenue) {

    static final Brouillon VIDE = new Brouillon(false, null, null, null, null, null, null);

    /** Tout s'oublie, sauf l'adresse à relire : une faute de frappe s'y voit (INS-8). */
    Brouillon termine() {
        return new Brouillon(
                false,
                null,
                null,
                null,
                null,
                null,
                identite == null ? null : identite.courriel().valeur());
    }

    Brouillon controlePasse() {
        return new Brouillon(true, identite, type, region, choisi, motDePasse, null);
    }

    /** @param juste le mot de passe à retenir ; {@code null} n'en retient aucun */
    Brouillon retenir(@Nullable String juste) {
        return new Brouillon(controle, identite, type, region, choisi, juste, null);
    }

    /** Les informations sont justes : du mot de passe, il ne reste que l'empreinte qu'elles portent. */
    Brouillon avec(Identite saisie) {
        return new Brouillon(true, saisie, type, region, choisi, null, null);
    }

    /** L'établissement choisi reste si ni le type ni la région ne changent. */
    Brouillon avec(TypeCandidat nouveau, Region nouvelle) {
        var inchange = nouveau == type && nouvelle == region;
        return new Brouillon(controle, identite, nouveau, nouvelle, inchange ? choisi : null, motDePasse, null);
    }

    Brouillon avec(CleCandidat choix) {
        return new Brouillon(controle, identite, type, region, choix, motDePasse, null);
    }

    /** Sans le mot de passe. */
    @Override
    public String toString() {
        return "Brouillon[" + etape() + "]";
    }

    /** Où reprendre : la première étape qui n'est pas complète. */
    EtapeDInscription etape() {
        if (identite == null) {
            return EtapeDInscription.INFORMATIONS;
        }
        if (type == null || region == null) {
            return EtapeDInscription.ETABLISSEMENT;
        }
        return choisi == null ? EtapeDInscription.CHOIX : EtapeDInscription.RECAPITULATIF;
    }
}
