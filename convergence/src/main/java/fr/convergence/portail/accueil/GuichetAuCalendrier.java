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
        OUVERT(Ton.SUCCES, "fr-icon-checkbox-circle-line"),
        BIENTOT(Ton.INFORMATION, "fr-icon-time-line"),
        FERME(Ton.NEUTRE, "fr-icon-close-circle-line");

        private final Ton ton;
        private final String icone;

        Etat(Ton ton, String icone) {
            this.ton = ton;
            this.icone = icone;
        }

        public Ton ton() {
            return ton;
        }

        public String icone() {
            return icone;
        }

        public String cle() {
            return "accueil.guichet." + name().toLowerCase();
        }
    }
}
