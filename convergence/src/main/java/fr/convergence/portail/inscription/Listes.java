package fr.convergence.portail.inscription;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CritereDeCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat.Fenetre;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etablissement.LigneCandidat;
import fr.convergence.portail.registre.Provenance;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.FormeNormale;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lit dans le registre les deux listes de l'étape 2 : les établissements à choisir, les entités rattachées. */
@Component
final class Listes {

    private static final int TAILLE = 10;
    private static final int SAISIE_MAX = 100;

    private final Etablissements etablissements;
    private final Provenance provenance;

    Listes(Etablissements etablissements, Provenance provenance) {
        this.etablissements = etablissements;
        this.provenance = provenance;
    }

    /** Ce que l'adresse demande ; écrite par n'importe qui, elle est ramenée à ce qui se sert. */
    record Demande(
            @Nullable String q,
            @Nullable String page,
            @Nullable String taille) {

        String recherche() {
            var saisie = FormeNormale.ligne(q);
            return saisie.length() > SAISIE_MAX ? saisie.substring(0, SAISIE_MAX) : saisie;
        }

        int numero() {
            return entier(page, 1);
        }

        int parPage() {
            return entier(taille, TAILLE);
        }

        private static int entier(@Nullable String texte, int defaut) {
            return texte != null && texte.matches("[1-9]\\d{0,4}") ? Integer.parseInt(texte) : defaut;
        }
    }

    ResultatsPage resultats(CritereDeCandidat critere, Demande demande) {
        var ght = critere.type() == TypeCandidat.GHT;
        var page =
                etablissements.chercher(critere.saisie(demande.recherche()).page(demande.numero(), demande.parPage()));
        return new ResultatsPage(
                ght,
                demande.recherche(),
                page.lignes().stream().map(Listes::ligne).toList(),
                Feuillet.de(page),
                page.approchee(),
                adresse("/inscription/etablissement/choix", demande, page.taille()));
    }

    EntitesPage entites(Candidat candidat, Demande demande) {
        var page = etablissements.entites(
                candidat.cle(), demande.recherche(), new Fenetre(demande.numero(), demande.parPage()));
        return new EntitesPage(
                Etablissement.de(candidat),
                candidat.type() == TypeCandidat.GHT ? "inscription.entites.ej" : "inscription.entites.eg",
                demande.recherche(),
                page.lignes().stream()
                        .map(entite -> new EntitesPage.Ligne(entite.finess().valeur(), entite.nom(), entite.commune()))
                        .toList(),
                Feuillet.de(page),
                adresse("/inscription/etablissement/entites", demande, page.taille()),
                candidat instanceof Candidat.Ght ght && provenance.deduite(ght.code()),
                provenance.extrait());
    }

    private static ResultatsPage.Ligne ligne(LigneCandidat ligne) {
        return new ResultatsPage.Ligne(
                ligne.cle().toString(),
                ligne.ght().map(CodeGht::valeur).orElse(""),
                ligne.intitule(),
                ligne.finess().valeur(),
                ligne.raisonSociale(),
                ligne.commune());
    }

    private static String adresse(String liste, Demande demande, int taille) {
        return liste + "?q=" + URLEncoder.encode(demande.recherche(), StandardCharsets.UTF_8) + "&taille=" + taille
                + "&page=";
    }
}
