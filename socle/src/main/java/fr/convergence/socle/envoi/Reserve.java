package fr.convergence.socle.envoi;

import fr.convergence.socle.origine.Reseau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Ce que tous les corps de requête en cours de lecture peuvent tenir ensemble : des octets de mémoire, et des fils du
 * serveur. Les inconnus n'en ont qu'une part, un même réseau d'inconnus et une même personne qu'un morceau : personne n'y
 * prend toute la place des autres. Au-delà, la requête repart en 503.
 */
final class Reserve {

    /** À qui un corps se compte. */
    sealed interface Envoyeur {

        record Personne(UUID compte) implements Envoyeur {}

        record Inconnu(Reseau reseau) implements Envoyeur {}
    }

    /** L'autre moitié reste à qui est connecté. */
    private static final int PART_DES_INCONNUS = 2;

    /** Cinq réseaux au moins se partagent celle des inconnus. */
    private static final int PART_D_UN_RESEAU = 5;

    /** Une personne seule n'a que quelques formulaires en route, mais l'un d'eux peut peser. */
    private static final int FILS_D_UNE_PERSONNE = 10;

    private static final int MEMOIRE_D_UNE_PERSONNE = 2;

    private final Tenu tout;
    private final Tenu inconnus;
    private final Map<Envoyeur, Tenu> chacun = new HashMap<>();

    Reserve(long octets, int fils) {
        this.tout = new Tenu(octets, fils);
        this.inconnus = tout.part(PART_DES_INCONNUS, PART_DES_INCONNUS);
    }

    /** La part d'une requête, à rendre quand elle finit. */
    Part ouvrir(Envoyeur qui, long auPlus) {
        return new Part(qui, auPlus);
    }

    synchronized long enCours() {
        return tout.octets;
    }

    private Tenu part(Envoyeur qui) {
        return switch (qui) {
            case Envoyeur.Personne _ -> tout.part(MEMOIRE_D_UNE_PERSONNE, FILS_D_UNE_PERSONNE);
            case Envoyeur.Inconnu _ -> inconnus.part(PART_D_UN_RESEAU, PART_D_UN_RESEAU);
        };
    }

    private synchronized void prendre(Envoyeur qui, long octets, int fils) throws CorpsRefuse {
        var siens = chacun.getOrDefault(qui, part(qui));
        var tenus = new ArrayList<>(List.of(tout, siens));
        if (qui instanceof Envoyeur.Inconnu) {
            tenus.add(inconnus);
        }
        if (!tenus.stream().allMatch(tenu -> tenu.laisse(octets, fils))) {
            throw new CorpsRefuse(HttpStatus.SERVICE_UNAVAILABLE);
        }
        tenus.forEach(tenu -> tenu.ajouter(octets, fils));
        chacun.put(qui, siens);
    }

    private synchronized void rendre(Envoyeur qui, long octets, int fils) {
        tout.ajouter(-octets, -fils);
        if (qui instanceof Envoyeur.Inconnu) {
            inconnus.ajouter(-octets, -fils);
        }
        chacun.computeIfPresent(qui, (_, siens) -> siens.ajouter(-octets, -fils) ? siens : null);
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

        private Tenu part(int desOctets, int desFils) {
            return new Tenu(octetsMax / desOctets, Math.max(1, filsMax / desFils));
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
                throw new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
            }
            Reserve.this.prendre(qui, nombre, 0);
            tenus += nombre;
        }

        void rendre(long nombre) {
            tenus -= nombre;
            Reserve.this.rendre(qui, nombre, 0);
        }

        /** La suite du corps n'est pas encore là : un fil va l'attendre. */
        void attendre() throws CorpsRefuse {
            if (!attend) {
                Reserve.this.prendre(qui, 0, 1);
                attend = true;
            }
        }

        void lue() {
            if (attend) {
                attend = false;
                Reserve.this.rendre(qui, 0, 1);
            }
        }

        @Override
        public void close() {
            lue();
            rendre(tenus);
        }
    }
}
