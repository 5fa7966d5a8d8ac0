package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableur.Cellule;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.chiffrement.FichierEphemere;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Les paiements pour le comptable, compte bancaire compris. */
@Component
final class PaiementsEnCsv {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final List<String> COLONNES = List.of(
            "reference",
            "guichet",
            "candidat",
            "finess",
            "iban",
            "bic",
            "plafond",
            "demande",
            "retenu",
            "avance",
            "avance-le",
            "solde",
            "solde-le",
            "decision-le",
            "etat");

    private final ListeDesPaiements liste;
    private final GuichetsPublies guichets;
    private final Textes textes;
    private final Coffre coffre;
    private final Path dossier;

    PaiementsEnCsv(
            ListeDesPaiements liste,
            GuichetsPublies guichets,
            Textes textes,
            Coffre coffre,
            @Value("${convergence.envois.dossier:${java.io.tmpdir}}") Path dossier) {
        this.coffre = coffre;
        this.dossier = dossier;
        this.liste = liste;
        this.guichets = guichets;
        this.textes = textes;
    }

    /** Lus d'un même instant, puis envoyés : un client lent ne tient ni transaction ni connexion. */
    void ecrire(Connecte qui, FiltreDesPaiements filtre, OutputStream vers) throws IOException {
        try (var lus = new FichierEphemere(coffre, dossier, "paiements")) {
            try (var ecrits = lus.ecrire()) {
                lire(qui, filtre, ecrits);
            }
            try (var aEnvoyer = lus.lire()) {
                aEnvoyer.transferTo(vers);
            }
        }
    }

    private void lire(Connecte qui, FiltreDesPaiements filtre, OutputStream vers) throws IOException {
        var tableau = FormeDeTableau.CSV.ouvrir(vers, textes.de("paiement.liste"));
        tableau.ligne(COLONNES.stream()
                .map(colonne -> Cellule.de(textes.de("paiement.colonne." + colonne)))
                .toList());
        liste.parcourir(qui, filtre, (ligne, beneficiaire) -> {
            try {
                tableau.ligne(cellules(ligne, beneficiaire));
            } catch (IOException coupee) {
                throw new UncheckedIOException(coupee);
            }
        });
        tableau.finir();
    }

    private List<Cellule> cellules(LigneDePaiement ligne, Beneficiaire beneficiaire) {
        var somme = ligne.somme();
        return List.of(
                Cellule.de(ligne.reference()),
                Cellule.de(guichets.version(ligne.guichet()).definition().titre()),
                Cellule.de(ligne.candidat()),
                Cellule.de(beneficiaire.finess()),
                Cellule.de(beneficiaire.iban().orElse("")),
                Cellule.de(beneficiaire.bic().orElse("")),
                montant(somme.plafond()),
                montant(somme.demande()),
                montant(Optional.of(somme.retenu())),
                montant(somme.avance()),
                jour(somme.avanceLe()),
                montant(Optional.of(somme.solde())),
                jour(somme.soldeLe()),
                jour(Optional.of(ligne.accordeLe().atZone(Formats.PARIS).toLocalDate())),
                Cellule.de(textes.de(somme.statut().cle())));
    }

    private static Cellule montant(Optional<Long> centimes) {
        return centimes.<Cellule>map(valeur -> new Cellule.Nombre(BigDecimal.valueOf(valeur, 2)))
                .orElseGet(Cellule.Vide::new);
    }

    private static Cellule jour(Optional<LocalDate> jour) {
        return Cellule.de(jour.map(JOUR::format).orElse(""));
    }
}
