package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.portail.tableaudebord.DemandePage.Dates;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ce que l'on peut demander : les guichets ouverts, et les établissements que l'on représente. */
@Component
final class Demandes {

    private final GuichetsPublies guichets;
    private final EtablissementsDuCompte siens;
    private final Etablissements registre;
    private final CreerDossier creer;
    private final DossiersDuReferent dossiers;

    Demandes(
            GuichetsPublies guichets,
            EtablissementsDuCompte siens,
            Etablissements registre,
            CreerDossier creer,
            DossiersDuReferent dossiers) {
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.siens = siens;
        this.registre = registre;
        this.creer = creer;
    }

    /** Un seul choix possible est déjà fait. */
    DemandePage vierge(Connecte qui) {
        var ouverts = choix(ouverts());
        var etablissements = etablissements(qui);
        return new DemandePage(
                ouverts,
                dates(ouverts()),
                etablissements,
                seul(ouverts),
                seul(etablissements),
                anciennes(qui),
                "",
                Optional.empty(),
                Optional.empty(),
                Erreurs.aucune());
    }

    /** Ceux qu'il représente et que le registre dit fermés. */
    List<String> fermes(Connecte qui) {
        return List.copyOf(registre.fermes(siens.de(qui.compte())).values());
    }

    DemandePage refusee(Connecte qui, String guichet, String etablissement, String ancienne, Creation refus) {
        var deja = refus instanceof Creation.DejaUnDossier(var leSien)
                ? leSien.map(reference -> "/dossiers/" + reference)
                : Optional.<String>empty();
        var manques = manques(guichet, etablissement);
        return new DemandePage(
                choix(ouverts()),
                dates(ouverts()),
                etablissements(qui),
                guichet,
                etablissement,
                anciennes(qui),
                ancienne,
                deja,
                reprise(refus, guichet, etablissement),
                manques.vides() ? erreurs(refus) : manques);
    }

    private static Optional<String> reprise(Creation refus, String guichet, String etablissement) {
        return refus instanceof Creation.DejaUnDossier(var leSien) && leSien.isEmpty()
                ? Optional.of("/compte/reprises/nouvelle?guichet=" + guichet + "&etablissement=" + etablissement)
                : Optional.empty();
    }

    /** Ce qui n'a pas été choisi se dit avant ce qui ne convient pas. */
    private static Erreurs manques(String guichet, String etablissement) {
        var manques = Erreurs.aucune();
        if (FormeNormale.vide(guichet)) {
            manques.ajouter("guichet", new Message("tableaudebord.refus.guichet"));
        }
        if (FormeNormale.vide(etablissement)) {
            manques.ajouter("etablissement", new Message("tableaudebord.refus.pas-le-votre"));
        }
        return manques;
    }

    /** L'ancienne candidature est à lui, et du même établissement. */
    boolean deMeme(Connecte qui, String ancienne, CleCandidat etablissement) {
        return dossiers.de(qui).stream()
                .anyMatch(sien -> sien.reference().valeur().equals(ancienne)
                        && sien.candidat().cle().equals(etablissement));
    }

    private List<Choix> anciennes(Connecte qui) {
        return dossiers.de(qui).stream()
                .map(sien -> new Choix(
                        sien.reference().valeur(),
                        guichets.version(sien.guichet()).definition().titre() + " – "
                                + sien.candidat().nom() + " – " + sien.reference()))
                .toList();
    }

    private List<DefinitionGuichet> ouverts() {
        return guichets.enVigueur().stream()
                .map(Guichet::definition)
                .filter(creer::ouvert)
                .toList();
    }

    private static List<Choix> choix(List<DefinitionGuichet> ouverts) {
        return Choix.de(ouverts, DefinitionGuichet::code, DefinitionGuichet::titre);
    }

    private static List<Dates> dates(List<DefinitionGuichet> ouverts) {
        return ouverts.stream()
                .map(guichet -> new Dates(
                        guichet.titre(), Periode.de(guichet.etapes().getFirst().fenetre())))
                .toList();
    }

    private List<Choix> etablissements(Connecte qui) {
        return registre.noms(siens.de(qui.compte())).entrySet().stream()
                .map(sien -> new Choix(sien.getKey().toString(), sien.getValue()))
                .toList();
    }

    private static String seul(List<Choix> choix) {
        return choix.size() == 1 ? choix.getFirst().valeur() : "";
    }

    private static Erreurs erreurs(Creation refus) {
        return switch (refus) {
            case Creation.Cree _ -> Erreurs.aucune();
            case Creation.GuichetInconnu _ -> guichet(new Message("tableaudebord.refus.guichet"));
            case Creation.PasEncoreOuvert(var le) ->
                guichet(new Message("tableaudebord.refus.pas-encore", Formats.dateHeure(le)));
            case Creation.CandidaturesCloses(var depuis) ->
                guichet(new Message("tableaudebord.refus.closes", Formats.dateHeure(depuis.minusSeconds(1))));
            case Creation.NonEligible(var type) ->
                etablissement(new Message("tableaudebord.refus.non-eligible", type.libelle()));
            case Creation.PasVotreEtablissement _ -> etablissement(new Message("tableaudebord.refus.pas-le-votre"));
            case Creation.AutreEtablissement _ ->
                Erreurs.aucune().ajouter("ancienne", new Message("tableaudebord.refus.ancienne"));
            case Creation.HorsRegistre _ -> etablissement(new Message("tableaudebord.refus.hors-registre"));
            case Creation.DejaUnDossier(var leSien) ->
                etablissement(leSien.map(reference -> new Message("tableaudebord.refus.deja", reference.valeur()))
                        .orElseGet(() -> new Message("tableaudebord.refus.deja-autrui")));
        };
    }

    private static Erreurs guichet(Message message) {
        return Erreurs.aucune().ajouter("guichet", message);
    }

    private static Erreurs etablissement(Message message) {
        return Erreurs.aucune().ajouter("etablissement", message);
    }
}
