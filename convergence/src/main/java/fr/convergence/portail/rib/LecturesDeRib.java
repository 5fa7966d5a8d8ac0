package fr.convergence.portail.rib;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des RIB lus : des empreintes à clé et des numéros masqués, jamais ce qui y est écrit. */
@Component
class LecturesDeRib {

    /** Un document qui fait tomber le nœud ne le fera pas tomber toujours. */
    private static final int ESSAIS = 3;

    /** Bien plus que le temps d'en lire un. */
    private static final Duration BAIL = Duration.ofMinutes(5);

    /** L'attente doublant à chacune, une restauration a une dizaine d'heures pour les rendre : au-delà, ces octets sont perdus. */
    private static final int PERTES = 6;

    enum Etat {
        A_LIRE,
        LU,
        ILLISIBLE
    }

    /**
     * @param candidat celui de son dossier
     * @param pertes combien de fois de suite un dépôt qui répond n'a pas rendu ses octets
     */
    record ALire(UUID fichier, CleCandidat candidat, int essai, int pertes) {

        boolean dernier() {
            return essai > ESSAIS;
        }

        boolean perdu() {
            return pertes >= PERTES;
        }
    }

    /**
     * Ce qu'il en est d'un RIB.
     *
     * @param ibans l'empreinte de chacun
     * @param masques les mêmes, à montrer
     * @param bics ceux des banques qui s'y nomment
     * @param titulaire vrai si l'on y reconnaît le candidat
     */
    record Lecture(
            UUID fichier, Etat etat, List<byte[]> ibans, List<String> masques, List<String> bics, boolean titulaire) {}

    private final JdbcClient base;
    private final Clock horloge;

    LecturesDeRib(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Faux si ce fichier n'est pas un RIB, ou attend déjà. */
    boolean demander(UUID fichier) {
        return base.sql("""
                insert into rib_lecture (fichier, etat) select fichier, 'A_LIRE' from vue_rib_piece where fichier = ?
                on conflict do nothing
                """).param(fichier).update() == 1;
    }

    /** Le suivant, le plus récent d'abord : qui vient de le déposer regarde. Nul autre ne le lira pendant ce bail. */
    Optional<ALire> prendre() {
        var maintenant = horloge.instant();
        return base.sql("""
                update rib_lecture l set essais = essais + 1, prise_le = :le
                from vue_rib_piece p
                where p.fichier = l.fichier and l.fichier = (
                    select fichier from rib_lecture
                    where etat = 'A_LIRE'
                          and (prise_le is null
                               or prise_le < cast(:le as timestamptz) - power(2, pannes) * make_interval(secs => :bail))
                    order by fichier desc limit 1 for update skip locked)
                returning l.fichier, l.essais, l.pannes, p.candidat_type, p.candidat
                """)
                .param("le", Timestamp.from(maintenant))
                .param("bail", (double) BAIL.toSeconds())
                .query((ligne, rang) -> new ALire(
                        ligne.getObject("fichier", UUID.class),
                        new CleCandidat(
                                TypeCandidat.valueOf(ligne.getString("candidat_type")), ligne.getString("candidat")),
                        ligne.getInt("essais"),
                        ligne.getInt("pannes")))
                .optional();
    }

    /** Il se reprendra à la fin de ce bail, comme si on ne l'avait pas pris. */
    void rendre(UUID fichier) {
        base.sql("update rib_lecture set essais = essais - 1 where fichier = ?")
                .param(fichier)
                .update();
    }

    /** Il se reprendra plus tard, et de plus en plus tard, sans que cet essai compte. */
    void reporter(UUID fichier) {
        base.sql("update rib_lecture set essais = essais - 1, pannes = pannes + 1 where fichier = ?")
                .param(fichier)
                .update();
    }

    void oublier(UUID fichier) {
        base.sql("delete from rib_lecture where fichier = ?").param(fichier).update();
    }

    /** Sans effet si le fichier a été effacé entre-temps. */
    void conclure(Lecture lue) {
        base.sql("""
                update rib_lecture
                set etat = :etat, ibans = :ibans, masques = :masques, bics = :bics, titulaire = :titulaire
                where fichier = :fichier
                """)
                .param("etat", lue.etat().name())
                .param("ibans", lue.ibans().toArray(byte[][]::new))
                .param("masques", lue.masques().toArray(String[]::new))
                .param("bics", lue.bics().toArray(String[]::new))
                .param("titulaire", lue.titulaire())
                .param("fichier", lue.fichier())
                .update();
    }

    List<Lecture> de(Collection<UUID> fichiers) {
        return fichiers.isEmpty()
                ? List.of()
                : base.sql("""
                        select fichier, etat, ibans, masques, bics, titulaire from rib_lecture
                        where fichier = any (?) order by fichier
                        """)
                        .param(fichiers.toArray(UUID[]::new))
                        .query((ligne, rang) -> new Lecture(
                                ligne.getObject("fichier", UUID.class),
                                Etat.valueOf(ligne.getString("etat")),
                                List.of((byte[][]) ligne.getArray("ibans").getArray()),
                                List.of((String[]) ligne.getArray("masques").getArray()),
                                List.of((String[]) ligne.getArray("bics").getArray()),
                                ligne.getBoolean("titulaire")))
                        .list();
    }
}
