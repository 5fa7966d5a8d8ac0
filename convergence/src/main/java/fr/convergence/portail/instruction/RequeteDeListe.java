package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.recherche.MotsDesDossiers.Chemin;
import fr.convergence.portail.recherche.MotsDesDossiers.MotEnRegion;
import fr.convergence.portail.recherche.MotsDesDossiers.MotsDesNoms;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Formats;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Une requête qui se compose : seules nos propres conditions entrent dans le texte, toute valeur est un paramètre. */
final class RequeteDeListe {

    /** Un statut tel que les colonnes d'une étape le disent ; sans niveau quand tous conviennent. */
    private record ColonnesDuStatut(String etat, Optional<String> niveau) {

        static ColonnesDuStatut de(Statut statut) {
            return switch (statut) {
                case A_VENIR -> tous(CodeDEtat.FERMEE);
                case A_COMPLETER -> tous(CodeDEtat.BROUILLON);
                case TRANSMIS_ARS -> un(CodeDEtat.EN_VERIFICATION, Niveau.ARS);
                case TRANSMIS_ANS -> un(CodeDEtat.EN_VERIFICATION, Niveau.ANS);
                case DEMANDE_MODIFICATION -> tous(CodeDEtat.A_MODIFIER);
                case ACCEPTE,
                        CONVENTION_A_SIGNER,
                        CONVENTION_SIGNEE,
                        CONVENTION_REFUSEE,
                        CONVENTION_EXPIREE,
                        AVANCE_VERSEE,
                        PAYE -> tous(CodeDEtat.ACCEPTEE);
                case REFUSE -> tous(CodeDEtat.REFUSEE);
                case CLOS -> tous(CodeDEtat.CLOSE);
            };
        }

        private static ColonnesDuStatut un(CodeDEtat etat, Niveau niveau) {
            return new ColonnesDuStatut(etat.name(), Optional.of(niveau.name()));
        }

        private static ColonnesDuStatut tous(CodeDEtat etat) {
            return new ColonnesDuStatut(etat.name(), Optional.empty());
        }
    }

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parametres = new HashMap<>();
    private String mots = "";
    private String autresMots = "";
    private Optional<MotsDesNoms> noms = Optional.empty();
    private boolean parmi;
    private String colonne = "";
    private String sens = "";
    private String apres = "";
    /** Écrite dans l'ordre : PostgreSQL ne le prévoit alors qu'une fois, et sait que la page est courte. */
    private int limite;

    /** Les étapes que montre une page, de ce côté du curseur. */
    static RequeteDeListe page(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, boolean decroissant) {
        var requete = new RequeteDeListe();
        requete.region(qui, filtre);
        filtre.statut().ifPresent(requete::statut);
        requete.si(!filtre.guichet().isEmpty(), "guichet = :guichet", "guichet", filtre.guichet());
        requete.si(!filtre.etape().isEmpty(), "code = :etape", "etape", filtre.etape());
        filtre.type().ifPresent(type -> requete.si(true, "candidat_type = :type", "type", type.name()));
        filtre.du().ifPresent(jour -> requete.si(true, "depuis >= :du", "du", debut(jour)));
        filtre.au().ifPresent(jour -> requete.si(true, "depuis < :au", "au", debut(jour.plusDays(1))));
        requete.assigne(qui, filtre);
        requete.si(filtre.consulte(), """
                porteur = any (array(select dossier_consulte from vue_instruction_avis where consulte = :consulte))""", "consulte", qui.compte());
        filtre.paiement().ifPresent(paiement -> requete.si(true, """
                exists (select from vue_instruction_paiement v
                    where v.dossier = porteur and v.etape = code and v.paiement = :paiement)""", "paiement", paiement.name()));
        requete.ordre(filtre.parDate(), curseur, decroissant);
        requete.limite = filtre.taille() + 1;
        return requete;
    }

    /** Les compteurs tenus pour ce guichet, cette étape et cette région. */
    static RequeteDeListe compteurs(Connecte qui, FiltreDeListe filtre) {
        var requete = new RequeteDeListe();
        requete.region(qui, filtre);
        requete.si(!filtre.guichet().isEmpty(), "guichet = :guichet", "guichet", filtre.guichet());
        requete.si(!filtre.etape().isEmpty(), "etape = :etape", "etape", filtre.etape());
        return requete;
    }

    /** Les avis attendus de lui, sur les dossiers que sa liste lui montre. */
    static RequeteDeListe avisAttendus(Connecte qui) {
        var requete = new RequeteDeListe();
        requete.region(qui, FiltreDeListe.lire(qui, Map.of()));
        requete.parametres.put("consulte", qui.compte());
        return requete;
    }

    /** Celles dont le dossier porte les mots cherchés, lues par ce chemin. */
    RequeteDeListe cherchant(Chemin chemin) {
        var cherches = chemin.cherches();
        noms = chemin.noms();
        chemin.reunis().ifPresent(reunis -> {
            parmi = true;
            parametres.put("reunis", reunis.stream().map(UUID::toString).toArray(String[]::new));
        });
        mots = portent("mots");
        parametres.put(
                "mots", noms.map(trouves -> cherches.horsDuNom(trouves.rang())).orElse(cherches.partout()));
        noms.ifPresent(trouves -> {
            parametres.put(
                    "regionsDesNoms",
                    trouves.mots().stream().map(MotEnRegion::region).toArray(String[]::new));
            parametres.put(
                    "motsDesNoms", trouves.mots().stream().map(MotEnRegion::mot).toArray(String[]::new));
            cherches.sauf(trouves.rang()).ifPresent(autres -> {
                autresMots = portent("autresMots");
                parametres.put("autresMots", autres);
            });
        });
        return this;
    }

    private static String portent(String parametre) {
        return " and exists (select from vue_instruction_mots m where m.dossier = porteur and m.mots @@ :%s::tsquery)"
                .formatted(parametre);
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> parametres() {
        return parametres;
    }

    String sql() {
        return """
                select e.*, p.reference, p.version_guichet, p.candidat, p.candidat_nom, v.paiement, c.convention
                from (%s) e
                join vue_instruction_porteur p on p.id = e.porteur
                left join vue_instruction_paiement v on v.dossier = e.porteur and v.etape = e.code
                left join vue_instruction_convention c on c.dossier = e.porteur and c.etape = e.code%s
                """.formatted(
                        parmi ? parmi() : noms.isPresent() ? parNoms() : parOrdre(), ordre("e." + colonne, "e.id"));
    }

    String nombreDAvis() {
        return """
                select count(*) from vue_instruction_avis where consulte = :consulte and exists (
                    select from vue_instruction_etape where porteur = dossier_consulte%s)
                """.formatted(conditions);
    }

    /** Ceux qui répondent sont connus, et peu : les trier. « offset 0 » : PostgreSQL ne suit pas l'ordre pour les y chercher. */
    private String parmi() {
        return """
                select * from (
                    select e.* from unnest(:reunis::uuid[]) d (dossier)
                    join vue_instruction_etape e on e.porteur = d.dossier where true%s%s offset 0) e%s limit %d
                """.formatted(conditions, apres("id"), ordre(colonne, "id"), limite);
    }

    /** PostgreSQL choisit : suivre l'ordre jusqu'à remplir la page, ou réunir ce qui porte les mots puis le trier. */
    private String parOrdre() {
        return "select * from vue_instruction_etape where true%s%s%s%s limit %d"
                .formatted(conditions, mots, apres("id"), ordre(colonne, "id"), limite);
    }

    /**
     * Un nom porte ses mots là où ils le rangent : suivre l'ordre des noms jusqu'à « polyclinique » en écarterait la moitié.
     * Les étapes qui portent chacun de ces mots sont gardées dans cet ordre ; s'y ajoutent celles où le mot est ailleurs.
     */
    private String parNoms() {
        return """
                select * from (
                    select e.* from unnest(:regionsDesNoms::text[], :motsDesNoms::text[]) d (region, mot)
                    cross join lateral (
                        select e.* from vue_instruction_nom n join vue_instruction_etape e on e.id = n.etape
                        where n.region_du_nom = d.region and n.mot = d.mot%s%s%s%s limit %d) e
                    union
                    (%s)) e%s limit %d
                """.formatted(
                        conditions,
                        autresMots,
                        apres("etape").replace("(tri,", "(tri_du_nom,"),
                        ordre("tri_du_nom", "etape"),
                        limite,
                        parOrdre(),
                        ordre(colonne, "id"),
                        limite);
    }

    private void region(Connecte qui, FiltreDeListe filtre) {
        switch (qui.perimetre()) {
            case Perimetre.Regional(var region) -> region(region);
            case Perimetre.National _ -> filtre.region().ifPresent(this::region);
            case Perimetre.Aucun _ -> conditions.append(" and false");
        }
    }

    private void region(Region region) {
        si(true, "region = :region", "region", region.code());
    }

    /** Ceux de quelqu'un sont connus et peu : un tableau se lit par l'index des dossiers, l'ordre ensuite. */
    private void assigne(Connecte qui, FiltreDeListe filtre) {
        var niveau = qui.role().niveau().map(Niveau::name).orElse("");
        filtre.charge(qui).ifPresent(compte -> {
            si(true, """
                    porteur = any (array(select dossier_assigne from vue_instruction_assignation
                        where assigne = :assigne and niveau_assigne = :niveauAssigne))""", "assigne", compte);
            parametres.put("niveauAssigne", niveau);
        });
        if (filtre.assigne().equals(FiltreDeListe.PERSONNE)) {
            qui.role().niveau().map(RequeteDeListe::libre).ifPresent(conditions::append);
        }
    }

    private static String libre(Niveau niveau) {
        return switch (niveau) {
            case ARS -> " and libre_ars";
            case ANS -> " and libre_ans";
        };
    }

    private void statut(Statut statut) {
        var colonnes = ColonnesDuStatut.de(statut);
        si(true, "etat = :etat", "etat", colonnes.etat());
        colonnes.niveau().ifPresent(niveau -> si(true, "niveau = :niveau", "niveau", niveau));
    }

    private void ordre(boolean parDate, @Nullable Curseur curseur, boolean decroissant) {
        colonne = parDate ? "depuis" : "tri";
        sens = decroissant ? " desc" : "";
        if (curseur != null) {
            apres = decroissant ? "<" : ">";
            parametres.put("cle", parDate ? instant(curseur) : curseur.cle());
            parametres.put("id", curseur.id());
        }
    }

    private String apres(String id) {
        return apres.isEmpty() ? "" : " and (%s, %s) %s (:cle, :id)".formatted(colonne, id, apres);
    }

    private String ordre(String colonne, String id) {
        return " order by %1$s%3$s, %2$s%3$s".formatted(colonne, id, sens);
    }

    private void si(boolean vrai, String condition, String nom, Object valeur) {
        if (vrai) {
            conditions.append(" and ").append(condition);
            parametres.put(nom, valeur);
        }
    }

    private static Timestamp instant(Curseur curseur) {
        return Timestamp.from(Instant.EPOCH.plus(Long.parseLong(curseur.cle()), ChronoUnit.MICROS));
    }

    private static Timestamp debut(LocalDate jour) {
        return Timestamp.from(jour.atStartOfDay(Formats.PARIS).toInstant());
    }
}
