package fr.convergence.portail.etablissement;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.socle.identifiant.Region;
import java.util.Optional;

/** Ce que l'inscription demande au registre : un type, une région (toutes si elle est vide), ce qui est tapé, une page. */
public record CritereDeCandidat(TypeCandidat type, Optional<Region> region, String saisie, Fenetre fenetre) {

    public static CritereDeCandidat de(TypeCandidat type, Region region) {
        return new CritereDeCandidat(type, Optional.of(region), "", Fenetre.PREMIERE);
    }

    public CritereDeCandidat saisie(String tapee) {
        return new CritereDeCandidat(type, region, tapee, fenetre);
    }

    public CritereDeCandidat page(int numero, int taille) {
        return new CritereDeCandidat(type, region, saisie, new Fenetre(numero, taille));
    }

    /** La page demandée, ramenée à ce qui se sert : l'adresse qui la porte est écrite par n'importe qui. */
    public record Fenetre(int numero, int taille) {

        public static final Fenetre PREMIERE = new Fenetre(1, 10);

        private static final int TAILLE_MAX = 100;
        private static final int NUMERO_MAX = 100_000;

        public Fenetre {
            numero = Math.clamp(numero, 1, NUMERO_MAX);
            taille = Math.clamp(taille, 1, TAILLE_MAX);
        }

        int debut() {
            return (numero - 1) * taille;
        }
    }
}
