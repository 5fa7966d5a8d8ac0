package fr.convergence.portail.registre;

import fr.convergence.portail.registre.Champs.LigneRejetee;
import fr.convergence.portail.registre.Enregistrement.Adresse;
import fr.convergence.portail.registre.Enregistrement.Categorie;
import fr.convergence.portail.registre.Enregistrement.Eg;
import fr.convergence.portail.registre.Enregistrement.Ej;
import fr.convergence.portail.registre.Enregistrement.Origine;
import fr.convergence.portail.registre.Enregistrement.Rejet;
import fr.convergence.portail.registre.Enregistrement.Secteur;
import fr.convergence.portail.registre.Enregistrement.Suivi;
import fr.convergence.portail.registre.Lignes.Ligne;
import fr.convergence.portail.tableur.TableauEnvoye;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Les fichiers FINESS publiés par Etalab : Latin-1, une ligne manifeste {@code finess;etalab;<n>;AAAA-MM-JJ} qui compte les
 * suivantes, puis des champs sans en-tête.
 */
final class LecteurEtalab implements Lecteur {

    private static final String MANIFESTE = "finess";
    private static final String GEOLOCALISATION = "geolocalisation";

    /** Les champs dans l'ordre du format ; le premier nomme le genre de la ligne. */
    enum Disposition {
        ENTITES_JURIDIQUES(
                FormatDuRegistre.CS1100501,
                "structureej nofiness rs rslongue complrs numvoie typvoie voie compvoie compldistrib lieuditbp commune"
                        + " ligneacheminement departement libdepartement telephone statutjuridique libstatutjuridique"
                        + " categetab libcategetab siren codeape datecrea"),
        ETABLISSEMENTS(
                FormatDuRegistre.CS1100502,
                "structureet nofinesset nofinessej rs rslongue complrs compldistrib numvoie typvoie voie compvoie"
                        + " lieuditbp commune departement libdepartement ligneacheminement telephone telecopie categetab"
                        + " libcategetab categagretab libcategagretab siret codeape codemft libmft codesph libsph dateouv"
                        + " dateautor datemaj numuai");

        private final FormatDuRegistre format;
        private final List<String> colonnes;

        Disposition(FormatDuRegistre format, String colonnes) {
            this.format = format;
            this.colonnes = List.of(colonnes.split(" "));
        }

        /** Reconnue à sa première ligne, ou à la deuxième quand la première est le manifeste. */
        boolean commence(String debut) {
            var genre = genre() + ";";
            var deuxieme = debut.indexOf('\n') + 1;
            return debut.startsWith(genre) || (debut.startsWith(MANIFESTE + ";") && debut.startsWith(genre, deuxieme));
        }

        private String genre() {
            return colonnes.getFirst();
        }
    }

    private final Path chemin;
    private final Disposition disposition;
    private final Tableau tableau;

    LecteurEtalab(Path chemin, Disposition disposition) {
        this.chemin = chemin;
        this.disposition = disposition;
        this.tableau = new Tableau(nom(), disposition.colonnes);
    }

    @Override
    public FormatDuRegistre format() {
        return disposition.format;
    }

    @Override
    public Optional<LocalDate> lire(Consumer<Enregistrement> vers) throws IOException, FichierRefuse {
        var manifeste = Manifeste.ABSENT;
        var structures = 0L;
        var autres = 0L;
        try (var lignes = new Lignes(nom(), FormatDuRegistre.ouvrir(chemin), Lignes.LATIN_1)) {
            for (var lue = lignes.suivante(); lue.isPresent(); lue = lignes.suivante()) {
                var ligne = lue.get();
                if (ligne.numero() == 1 && ligne.texte().startsWith(MANIFESTE + ";")) {
                    manifeste = manifeste(ligne);
                } else if (ligne.texte().startsWith(GEOLOCALISATION + ";")) {
                    autres++;
                } else if (!enTete(ligne) && !ligne.texte().isBlank()) {
                    structures++;
                    lire(ligne, vers);
                }
            }
        }
        manifeste.verifier(nom(), structures, structures + autres);
        return Optional.ofNullable(manifeste.date());
    }

    /** {@code lignes} est négatif quand le fichier n'a pas de manifeste. */
    private record Manifeste(long lignes, @Nullable LocalDate date) {

        static final Manifeste ABSENT = new Manifeste(-1, null);

        void verifier(String fichier, long structures, long toutes) throws FichierRefuse {
            if (lignes >= 0 && lignes != structures && lignes != toutes) {
                throw new FichierRefuse("%s tronqué : le manifeste annonce %d %s, le fichier en a %d"
                        .formatted(fichier, lignes, lignes < 2 ? "ligne" : "lignes", structures));
            }
        }
    }

    private Manifeste manifeste(Ligne ligne) throws FichierRefuse {
        var champs = ligne.texte().split(";");
        if (champs.length < 3 || !champs[2].strip().matches("\\d{1,9}")) {
            throw new FichierRefuse(nom(), ligne.numero(), "manifeste illisible");
        }
        return new Manifeste(
                Long.parseLong(champs[2].strip()), champs.length < 4 ? null : Champs.date(champs[3].strip()));
    }

    /** Les copies publiques passées par un tableur ont reçu une ligne d'en-tête. */
    private boolean enTete(Ligne ligne) {
        return ligne.texte().startsWith(String.join(";", disposition.colonnes.subList(0, 3)) + ";");
    }

    private void lire(Ligne ligne, Consumer<Enregistrement> vers) {
        var origine = new Origine(nom(), ligne.numero());
        var valeurs = TableauEnvoye.decouper(ligne.texte());
        if (valeurs.isEmpty()) {
            vers.accept(new Rejet(origine, "guillemet non refermé", identifiant(ligne.texte())));
            return;
        }
        var champs = valeurs.get();
        if (champs.size() != tableau.largeur()) {
            vers.accept(new Rejet(origine, tableau.largeurFausse(champs.size()), identifiant(ligne.texte())));
            return;
        }
        if (!champs.getFirst().equals(disposition.genre())) {
            vers.accept(new Rejet(origine, "ligne d’un genre inattendu", identifiant(ligne.texte())));
            return;
        }
        try {
            var rangee = tableau.rangee(ligne, champs);
            vers.accept(
                    switch (disposition) {
                        case ENTITES_JURIDIQUES -> ej(rangee, vers);
                        case ETABLISSEMENTS -> eg(rangee, vers);
                    });
        } catch (LigneRejetee e) {
            vers.accept(e.de(origine));
        }
    }

    private static Ej ej(Tableau.Rangee rangee, Consumer<Enregistrement> vers) throws LigneRejetee {
        var finess = Champs.finess("EJ", rangee.de("nofiness"), rangee.de("nofiness"));
        var statut = rangee.de("statutjuridique");
        return new Ej(
                rangee.origine(),
                finess,
                Champs.nom(rangee.de("rs"), rangee.de("rslongue"), finess.valeur()),
                Champs.siren(rangee.de("siren"), rangee.origine(), vers),
                statut,
                Secteur.duStatut(statut),
                null,
                adresse(rangee),
                Suivi.OUVERT);
    }

    private static Eg eg(Tableau.Rangee rangee, Consumer<Enregistrement> vers) throws LigneRejetee {
        var finess = Champs.finess("de l’établissement", rangee.de("nofinesset"), rangee.de("nofinesset"));
        return new Eg(
                rangee.origine(),
                finess,
                Champs.finess("EJ", rangee.de("nofinessej"), finess.valeur()),
                Champs.nom(rangee.de("rs"), rangee.de("rslongue"), finess.valeur()),
                new Categorie(rangee.de("categetab"), rangee.de("libcategetab")),
                Champs.siret(rangee.de("siret"), rangee.origine(), vers),
                rangee.de("telephone"),
                adresse(rangee),
                Suivi.OUVERT);
    }

    private static Adresse adresse(Tableau.Rangee rangee) {
        var acheminement = rangee.de("ligneacheminement");
        return new Adresse(
                Champs.joindre(rangee.de("numvoie"), rangee.de("typvoie"), rangee.de("voie"), rangee.de("lieuditbp")),
                Champs.codePostal(acheminement),
                Champs.commune(acheminement),
                Champs.departement(rangee.de("departement")));
    }

    /** Le deuxième champ, s'il se lit encore dans une ligne qui ne se lit plus. */
    private static @Nullable String identifiant(String texte) {
        var champs = texte.split(";", 3);
        return champs.length < 2 ? null : champs[1].strip();
    }

    private String nom() {
        return String.valueOf(chemin.getFileName());
    }
}
