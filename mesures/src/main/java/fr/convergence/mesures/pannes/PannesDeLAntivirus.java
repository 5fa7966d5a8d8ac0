package fr.convergence.mesures.pannes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.PiecesDuBanc;
import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** L'antivirus se dérobe : rien ne se sert sans verdict, et les verdicts viennent d'eux-mêmes quand il revient. */
final class PannesDeLAntivirus {

    private static final int PIECES = 4;
    private static final int TAILLE = 150_000;
    /** Plus que ce que le noyau garde en route : qui répond sans lire ne peut pas avoir tout reçu. */
    private static final int TAILLE_DEVANT_UN_MENTEUR = 8_000_000;

    private static final int OU_EST_LE_VIRUS = 100_000;
    private static final double VERDICT = 30;

    /** Un antivirus lent juge : la page de santé n'a rien à en dire, et une pièce saine se sert une fois jugée. */
    private static final Set<Panne> JUGE_ENCORE = Set.of(Panne.LENTE);

    private final Terrain terrain;
    private final RelaisEnPanne relais;
    private final List<LigneDuBilan> constats;
    private int deposees;

    PannesDeLAntivirus(Terrain terrain, RelaisEnPanne relais, List<LigneDuBilan> constats) {
        this.terrain = terrain;
        this.relais = relais;
        this.constats = constats;
    }

    /** @param dossier rang de celui où elle est, et donc de son référent */
    private record Piece(int dossier, byte[] empreinte, boolean infectee) {}

    /** Des pièces demandées pendant la panne : celles qui attendaient leur verdict, et celles servies sans lui. */
    private record Demandees(int sansVerdict, int serviesSansLui) {
        Demandees et(Demandees autres) {
            return new Demandees(sansVerdict + autres.sansVerdict, serviesSansLui + autres.serviesSansLui);
        }
    }

    /** Les pièces du peuplement, qui n'avait pas d'antivirus ; celles des copies n'ont pas même d'octets. */
    void oublierCeuxDAvant() {
        terrain.base
                .sql()
                .sql("update fichier set etat = 'SAIN' where etat = 'NON_ANALYSE'")
                .update();
    }

    /** Une fois tout revenu : chaque pièce reçue, processus tués ou non, a son verdict. */
    void compter() {
        Terrain.attendre(() -> etat("RECU") == 0);
        constats.add(LigneDuBilan.compte(
                "10",
                "toutes les pièces reçues pendant les épreuves",
                "%d saines, %d refusées, %d non analysées, 0 en attente"
                        .formatted(etat("SAIN"), etat("REFUSE"), etat("NON_ANALYSE")),
                "un verdict chacune",
                etat("NON_ANALYSE") == 0 && etat("SAIN") > 0));
    }

    /** Sans celles des copies, qui n'ont pas d'octets ; une refusée n'en a plus. */
    private int etat(String lequel) {
        return terrain.base.sql().sql("""
                        select count(*) from fichier
                        where etat = ? and (etat = 'REFUSE' or exists (select from fichier_segment s where s.fichier = id))
                        """).param(lequel).query(Integer.class).single();
    }

    void eprouver(List<Panne> pannes, int port) throws IOException {
        for (var panne : pannes) {
            eprouver(panne, port);
        }
    }

    private void eprouver(Panne panne, int port) throws IOException {
        relais.tomber(panne);
        var taille = panne == Panne.MENTEUSE ? TAILLE_DEVANT_UN_MENTEUR : TAILLE;
        var saines = new ArrayList<Piece>();
        for (var rang = 0; rang < PIECES; rang++) {
            saines.add(deposer(port, taille, ""));
        }
        var infectee = List.of(deposer(port, taille, Antivirus.VIRUS));
        var demandees = demander(panne, port, saines).et(demander(panne, port, infectee));
        var dite = JUGE_ENCORE.contains(panne) || terrain.malade(port);
        relais.tomber(Panne.AUCUNE);
        var debut = System.nanoTime();
        Terrain.attendre(() -> dans("RECU", saines) + dans("RECU", infectee) == 0);
        var secondes = (System.nanoTime() - debut) / 1e9;
        var guerie = terrain.gueri(port);
        var jugees = dans("SAIN", saines);
        var refusees = dans("REFUSE", infectee);
        var rendues = servies(port, saines);
        var infecteesServies = servies(port, infectee);
        constats.add(LigneDuBilan.compte(
                "10",
                "antivirus " + panne.nom(),
                "%d pièces déposées, %d demandées avant leur verdict, %d servies sans lui ; à son retour %d saines et rendues entières, %d refusée, %d infectée servie%s"
                        .formatted(
                                PIECES + 1,
                                demandees.sansVerdict(),
                                demandees.serviesSansLui(),
                                Math.min(jugees, rendues),
                                refusees,
                                infecteesServies,
                                JUGE_ENCORE.contains(panne) ? "" : " ; la page de santé le dit, puis sa fin"),
                "0 servie sans verdict, chacune jugée, l'infectée jamais servie",
                demandees.sansVerdict() > 0
                        && demandees.serviesSansLui() == 0
                        && jugees == PIECES
                        && rendues == PIECES
                        && refusees == 1
                        && infecteesServies == 0
                        && dite
                        && guerie));
        constats.add(LigneDuBilan.duree(
                "10",
                "du retour de l'antivirus " + panne.nom() + " au dernier verdict",
                String.format(Locale.FRANCE, "%.1f s", secondes),
                "30 s",
                secondes <= VERDICT));
    }

    private Piece deposer(int port, int taille, String contenu) throws IOException {
        var octets = PiecesDuBanc.pdf(taille + deposees);
        System.arraycopy(contenu.getBytes(US_ASCII), 0, octets, OU_EST_LE_VIRUS, contenu.length());
        deposees++;
        var dossier = terrain.population.dossiers().size() - deposees;
        try (var connexion = new Connexion(port)) {
            PiecesDuBanc.deposer(
                    connexion,
                    terrain.population.referent(dossier),
                    "/dossiers/" + terrain.population.dossiers().get(dossier) + "/candidature/televersements/preuve_p1",
                    octets);
        }
        return new Piece(dossier, Sha256.de(octets), !contenu.isEmpty());
    }

    private int dans(String etat, List<Piece> pieces) {
        return (int) pieces.stream()
                .filter(piece -> terrain.base
                        .sql()
                        .sql("select etat from fichier where sha256 = ?")
                        .param(piece.empreinte())
                        .query(String.class)
                        .single()
                        .equals(etat))
                .count();
    }

    /** Combien se téléchargent, et rendent les octets déposés. */
    private int servies(int port, List<Piece> pieces) throws IOException {
        var servies = 0;
        for (var piece : pieces) {
            servies += servie(port, piece) ? 1 : 0;
        }
        return servies;
    }

    /** Pendant la panne. Une pièce qui attend encore après qu'on l'a demandée attendait quand on la demandait. */
    private Demandees demander(Panne panne, int port, List<Piece> pieces) throws IOException {
        var demandees = new Demandees(0, 0);
        for (var piece : pieces) {
            var servie = servie(port, piece);
            var attend = dans("RECU", List.of(piece)) == 1;
            // Qui ne juge pas ne peut pas avoir donné de verdict, quoi que la base en dise ; rien ne rend saine
            // l'infectée.
            var jugeable = JUGE_ENCORE.contains(panne) && !piece.infectee();
            var sansLui = servie && (attend || !jugeable);
            demandees = demandees.et(new Demandees(attend ? 1 : 0, sansLui ? 1 : 0));
        }
        return demandees;
    }

    private boolean servie(int port, Piece piece) throws IOException {
        var id = terrain.base
                .sql()
                .sql("select id::text from fichier where sha256 = ?")
                .param(piece.empreinte())
                .query(String.class)
                .single();
        try (var connexion = new Connexion(port)) {
            var reponse = connexion.lire("/pieces/" + id, terrain.population.referent(piece.dossier()));
            return reponse.statut() == 200 && Arrays.equals(Sha256.de(reponse.corps()), piece.empreinte());
        }
    }
}
