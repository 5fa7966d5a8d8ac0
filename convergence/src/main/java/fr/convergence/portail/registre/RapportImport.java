package fr.convergence.portail.registre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ce qu'un import a fait, ou aurait fait, du registre. */
public record RapportImport(
        UUID id, String fichier, Instant commenceLe, Duration duree, Lu lu, Map<Objet, Compte> comptes) {

    /** Ce que l'import tient à jour, dans l'ordre où il le fait. */
    public enum Objet {
        EJ,
        EG,
        GHT,
        MEMBRE
    }

    /** {@code fermes} compte aussi, pour les membres, ceux qui ont quitté leur GHT. */
    public record Compte(long ajoutes, long modifies, long fermes) {

        static final Compte RIEN = new Compte(0, 0, 0);

        public boolean rien() {
            return equals(RIEN);
        }

        Compte plus(Compte autre) {
            return new Compte(ajoutes + autre.ajoutes, modifies + autre.modifies, fermes + autre.fermes);
        }
    }

    /** {@code premiersRejets} n'en montre que les premiers, {@code rejets} les compte tous. */
    public record Lu(
            FormatDuRegistre format, Optional<LocalDate> dateDonnees, long rejets, List<Rejet> premiersRejets) {

        public Lu {
            premiersRejets = List.copyOf(premiersRejets);
        }
    }

    /** {@code ligne} est celle du fichier ; pour FINESS+, le rang dans le tableau que {@code fichier} nomme. */
    public record Rejet(String fichier, long ligne, String motif) {}

    public RapportImport {
        comptes = Map.copyOf(comptes);
    }

    public Compte compte(Objet objet) {
        return comptes.getOrDefault(objet, Compte.RIEN);
    }

    /** Vrai quand l'import n'a rien changé : le même fichier, une seconde fois. */
    public boolean sansChangement() {
        return comptes.values().stream().allMatch(Compte::rien);
    }
}
