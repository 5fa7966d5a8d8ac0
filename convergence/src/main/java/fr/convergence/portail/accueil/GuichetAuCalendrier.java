package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Etiquette.Ton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un guichet tel que l'accueil l'annonce.
 *
 * @param programme celui qui finance, « CaRE », « HOP'EN2 »
 * @param ferme la dernière seconde où une candidature se crée ; {@code null} sans échéance
 */
public record GuichetAuCalendrier(
        String titre,
        String programme,
        Etat etat,
        Instant ouvre,
        @Nullable Instant ferme) {

    /** Où en est un guichet aujourd'hui. */
    public enum Etat {
        OUVERT(Ton.SUCCES),
        BIENTOT(Ton.INFORMATION),
        FERME(Ton.NEUTRE);

        private final Ton ton;

        Etat(Ton ton) {
            this.ton = ton;
        }

        public Ton ton() {
            return ton;
        }

        public String cle() {
            return "accueil.guichet." + name().toLowerCase();
        }
    }
}
