package fr.convergence.isc.kbis;

import fr.convergence.isc.kbis.Qualite.Genre;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les personnes que nomme la partie « Gestion, direction, administration », avec leur qualité. */
final class LireLaDirection {

    private static final Qualite INCONNUE = new Qualite("", Genre.N_ENGAGE_PAS);

    /** Au-delà, ce n’est pas un nom. */
    private static final int NOM_MAX = 300;

    private final List<Mandataire> trouves = new ArrayList<>();
    private Qualite qualite;
    private boolean qualiteSeule = true;
    private String nom = "";
    private String prenoms = "";
    private Optional<String> usage = Optional.empty();
    private Optional<NomLu> entier = Optional.empty();
    private Optional<String> societe = Optional.empty();

    /** @param qualite celle de qui n’en a pas d’écrite */
    private LireLaDirection(Qualite qualite) {
        this.qualite = qualite;
    }

    static List<Mandataire> dans(List<LigneDExtrait> lignes) {
        return new LireLaDirection(INCONNUE).lire(lignes);
    }

    /** L’entrepreneur lui-même, que décrit la partie « Identification de la personne physique ». */
    static List<Mandataire> entrepreneur(List<LigneDExtrait> lignes) {
        return new LireLaDirection(new Qualite("Entrepreneur individuel", Genre.ENGAGE)).lire(lignes);
    }

    private List<Mandataire> lire(List<LigneDExtrait> lignes) {
        for (var i = 0; i < lignes.size(); i++) {
            var ligne = lignes.get(i);
            var annonce = MotsDeGreffe.de(ligne).orElse(null);
            var dite = annonce == null ? Qualite.de(ligne).orElse(null) : null;
            if (annonce != null) {
                var suivante = i + 1 < lignes.size() ? lignes.get(i + 1) : null;
                valeur(annonce.etiquette(), complete(annonce.suite(), suivante));
                qualiteSeule = false;
            } else if (dite != null) {
                changer(dite.qualite());
                libre(LigneDExtrait.de(dite.suite()));
            } else {
                libre(ligne);
            }
        }
        clore();
        return List.copyOf(trouves);
    }

    /** Une valeur vide, ou qui finit par une virgule, se lit à la ligne suivante si elle n’annonce rien. */
    private static String complete(String suite, @Nullable LigneDExtrait suivante) {
        var attend = suite.isEmpty() || suite.endsWith(",");
        return attend
                        && suivante != null
                        && MotsDeGreffe.de(suivante).isEmpty()
                        && Qualite.de(suivante).isEmpty()
                ? (suite + " " + suivante.texte()).strip()
                : suite;
    }

    private void valeur(MotsDeGreffe etiquette, String valeur) {
        switch (etiquette) {
            case QUALITE -> qualiteEcrite(valeur);
            case DENOMINATION -> {
                commencerSi(nomme() || societe.isPresent());
                societe = Optional.of(valeur);
            }
            case REPRESENTANT -> entier = valeur.isEmpty() ? entier : LireUnNom.lire(valeur, false);
            case NOM_ET_PRENOMS -> {
                commencerSi(nomme());
                entier = LireUnNom.lire(valeur, true);
            }
            case NOM -> {
                commencerSi(!nom.isEmpty() || entier.isPresent());
                nom = valeur;
            }
            case PRENOMS -> {
                commencerSi(!prenoms.isEmpty());
                prenoms = valeur;
            }
            case NOM_D_USAGE -> usage = Optional.of(valeur).filter(ecrit -> !ecrit.isEmpty());
            case NUMERO, SIEGE, ADRESSE_D_ETABLISSEMENT, NOM_COMMERCIAL, AUTRE -> {}
        }
    }

    /** « Nom : … Qualité : Gérant » : la qualité suit parfois celui qu’elle qualifie. */
    private void qualiteEcrite(String valeur) {
        var dite = Qualite.de(LigneDExtrait.de(valeur))
                .map(Qualite.Annonce::qualite)
                .orElseGet(() -> new Qualite(valeur, Genre.N_ENGAGE_PAS));
        if (nomme() && qualite.equals(INCONNUE)) {
            qualite = dite;
            clore();
            qualite = INCONNUE;
        } else {
            changer(dite);
        }
    }

    /** Sous une qualité, la première ligne qui n’annonce rien est un nom, ou celui d’une société. */
    private void libre(LigneDExtrait ligne) {
        if (ligne.vide() || !qualiteSeule && !commencePersonne(ligne)) {
            return;
        }
        if (LireUnNom.possible(ligne)) {
            commencerSi(nomme());
            entier = LireUnNom.lire(ligne.texte(), false);
        } else {
            societe = Optional.of(ligne.texte());
        }
        qualiteSeule = false;
    }

    private static boolean commencePersonne(LigneDExtrait ligne) {
        return List.of("M", "MR", "MME", "MONSIEUR", "MADAME")
                .contains(ligne.plis().getFirst());
    }

    private void changer(Qualite nouvelle) {
        clore();
        qualite = nouvelle;
        societe = Optional.empty();
        qualiteSeule = true;
    }

    private void commencerSi(boolean dejaLa) {
        if (dejaLa) {
            clore();
        }
    }

    private boolean nomme() {
        return entier.isPresent() || !nom.isEmpty() && !prenoms.isEmpty();
    }

    private void clore() {
        var lu = entier.map(tout ->
                        usage.isPresent() ? new NomLu(tout.nom(), usage, tout.prenoms(), tout.nomDAbord()) : tout)
                .or(() -> nom.isEmpty() || prenoms.isEmpty()
                        ? Optional.empty()
                        : Optional.of(NomLu.separe(nom, usage, prenoms)))
                .filter(lue -> lue.nom().length() + lue.prenoms().length() <= NOM_MAX);
        if (qualite.genre() != Genre.TIERS) {
            lu.map(personne -> new Mandataire(personne, qualite.ecrite(), qualite.genre() == Genre.ENGAGE, societe))
                    .ifPresent(trouves::add);
        }
        entier = Optional.empty();
        nom = "";
        prenoms = "";
        usage = Optional.empty();
    }
}
