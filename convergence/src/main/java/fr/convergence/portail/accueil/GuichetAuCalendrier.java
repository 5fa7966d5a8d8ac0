package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;

/**
 * Un guichet tel que l'accueil l'annonce.
 *
 * @param programme celui qui finance, « CaRE », « HOP'EN2 »
 * @param code sert d'ancre, « care-d1 »
 * @param periode les dates de la première étape, chacune avec son mot
 */
public record GuichetAuCalendrier(
        String code, String titre, String programme, Etat etat, Instant ouvre, Message periode, List<Etape> etapes) {

    public GuichetAuCalendrier {
        etapes = List.copyOf(etapes);
    }

    /**
     * Une étape du guichet.
     *
     * @param quand ses dates, ou ce qui l'ouvre pour chaque dossier
     */
    public record Etape(int rang, String titre, List<Message> quand) {

        public Etape {
            quand = List.copyOf(quand);
        }
    }

    public boolean ouvert() {
        return etat == Etat.OUVERT;
    }

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
