package fr.convergence.socle.envoi;

import fr.convergence.socle.origine.Reseau;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Ce que tous les corps de requête en cours de lecture peuvent tenir ensemble : des octets de mémoire, et des fils du
 * serveur. Ni les inconnus ni les connectés ne peuvent tout prendre ; un même réseau d'inconnus et une même personne n'ont
 * qu'un morceau de leur part. Ce qui, dans un corps de personne connectée, passe l'ordinaire se compte encore à part : les gros
 * formulaires ne se gênent qu'entre eux. Au-delà, la requête repart en 503.
 */
final class Reserve {

    /** À qui un corps se compte. */
    sealed interface Envoyeur {

        record Personne(UUID compte) implements Envoyeur {}

        record Inconnu(Reseau reseau) implements Envoyeur {}
    }

    /** Ce que tient un formulaire de 128 Ko, ou un envoi de fichiers : une tête, deux tranches chiffrées et des champs. */
    static final long ORDINAIRE = 384 * 1024;

    /** Le plus gros formulaire permis doit pouvoir passer, même d'une petite réserve. */
    private static final long LOURD = (long) LimitesDesCorps.FORMULAIRE * CorpsDeFormulaire.COPIES - ORDINAIRE;

    private final Tenu tout;
    private final Tenu inconnus;
    private final Tenu connectes;
    private final Tenu lourds;
    private final Map<Envoyeur, Tenu> chacun = new HashMap<>();

    Reserve(long octets, int fils) {
        this.tout = new Tenu(octets, fils);
        // La moitié reste à qui est connecté.
        this.inconnus = new Tenu(octets / 2, fils / 2);
        // Un quart reste à qui se connecte ou s'inscrit.
        this.connectes = new Tenu(octets - octets / 4, fils - fils / 4);
        this.lourds = new Tenu(Math.max(connectes.octetsMax / 4, LOURD), fils);
    }

    /** La part d'une requête, à rendre quand elle finit. */
    Part ouvrir(Envoyeur qui, long auPlus) {
        return new Part(qui, auPlus);
    }

    synchronized long enCours() {
        return tout.octets;
    }

    private Tenu ensemble(Envoyeur qui) {
        return switch (qui) {
            case Envoyeur.Personne _ -> connectes;
            case Envoyeur.Inconnu _ -> inconnus;
        };
    }

    /** Un réseau d'inconnus a le cinquième de ce qu'ils ont, une personne le huitième de l'ordinaire des connectés. */
    private Tenu part(Envoyeur qui) {
        return switch (qui) {
            case Envoyeur.Personne _ ->
                new Tenu(Math.max(connectes.octetsMax / 8, ORDINAIRE), Math.max(1, connectes.filsMax / 8));
            case Envoyeur.Inconnu _ -> new Tenu(inconnus.octetsMax / 5, Math.max(1, inconnus.filsMax / 5));
        };
    }

    private synchronized void prendre(Envoyeur qui, Pesee pesee) throws CorpsRefuse {
        var siens = chacun.getOrDefault(qui, part(qui));
        if (!(tout.laisse(pesee.octets(), pesee.fils())
                && ensemble(qui).laisse(pesee.octets(), pesee.fils())
                && siens.laisse(pesee.ordinaires(), pesee.fils())
                && lourds.laisse(pesee.lourds(), 0))) {
            throw new CorpsRefuse(HttpStatus.SERVICE_UNAVAILABLE);
        }
        chacun.put(qui, siens);
        compter(qui, pesee);
    }

    private synchronized void compter(Envoyeur qui, Pesee pesee) {
        tout.ajouter(pesee.octets(), pesee.fils());
        ensemble(qui).ajouter(pesee.octets(), pesee.fils());
        lourds.ajouter(pesee.lourds(), 0);
        chacun.computeIfPresent(qui, (_, siens) -> siens.ajouter(pesee.ordinaires(), pesee.fils()) ? siens : null);
    }

    /**
     * Ce qu'un corps prend, ou rend.
     *
     * @param lourds ceux des octets qui passent l'ordinaire
     */
    private record Pesee(long octets, long lourds, int fils) {

        private long ordinaires() {
            return octets - lourds;
        }
    }

    /** Ce qui est pris, et jusqu'où on peut en prendre. */
    private static final class Tenu {

        private final long octetsMax;
        private final int filsMax;
        private long octets;
        private int fils;

        private Tenu(long octetsMax, int filsMax) {
            this.octetsMax = octetsMax;
            this.filsMax = filsMax;
        }

        private boolean laisse(long octets, int fils) {
            return this.octets + octets <= octetsMax && this.fils + fils <= filsMax;
        }

        /** Vrai s'il en reste quelque chose de pris. */
        private boolean ajouter(long octets, int fils) {
            this.octets += octets;
            this.fils += fils;
            return this.octets > 0 || this.fils > 0;
        }
    }

    /** Ce qu'une requête tient. Sa lecture finie, elle ne retient plus que sa mémoire. */
    final class Part implements AutoCloseable {

        private final Envoyeur qui;
        private final long auPlus;
        private long tenus;
        private boolean attend;

        private Part(Envoyeur qui, long auPlus) {
            this.qui = qui;
            this.auPlus = auPlus;
        }

        void prendre(long nombre) throws CorpsRefuse {
            if (tenus + nombre > auPlus) {
                throw CorpsRefuse.formulaireTropLong();
            }
            Reserve.this.prendre(qui, pesee(nombre));
            tenus += nombre;
        }

        void rendre(long nombre) {
            Reserve.this.compter(qui, pesee(-nombre));
            tenus -= nombre;
        }

        /** La suite du corps n'est pas encore là : un fil va l'attendre. */
        void attendre() throws CorpsRefuse {
            if (!attend) {
                Reserve.this.prendre(qui, new Pesee(0, 0, 1));
                attend = true;
            }
        }

        void lue() {
            if (attend) {
                attend = false;
                Reserve.this.compter(qui, new Pesee(0, 0, -1));
            }
        }

        @Override
        public void close() {
            lue();
            rendre(tenus);
        }

        private Pesee pesee(long nombre) {
            return new Pesee(nombre, lourds(tenus + nombre) - lourds(tenus), 0);
        }

        /** Un inconnu n'a que sa part : rien chez lui n'est lourd. */
        private long lourds(long octets) {
            return qui instanceof Envoyeur.Personne ? Math.max(0, octets - ORDINAIRE) : 0;
        }
    }
}
