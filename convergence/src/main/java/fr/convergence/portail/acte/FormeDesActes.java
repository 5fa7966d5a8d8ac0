package fr.convergence.portail.acte;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Comment un acte s'écrit au journal et s'y relit : son code, dit ici et nulle part ailleurs, et ses composantes en textes. */
final class FormeDesActes {

    static final Map<String, Class<? extends Acte>> CODES = Map.ofEntries(
            Map.entry("dossier-cree", ActeDuDossier.DossierCree.class),
            Map.entry("reponse-enregistree", ActeDuDossier.ReponseEnregistree.class),
            Map.entry("reponses-enregistrees", ActeDuDossier.ReponsesEnregistrees.class),
            Map.entry("piece-deposee", ActeDuDossier.PieceDeposee.class),
            Map.entry("piece-retiree", ActeDuDossier.PieceRetiree.class),
            Map.entry("piece-refusee", ActeDuDossier.PieceRefusee.class),
            Map.entry("conteneur-active", ActeDuDossier.ConteneurActive.class),
            Map.entry("conteneur-remplace", ActeDuDossier.ConteneurRemplace.class),
            Map.entry("conteneur-accepte", ActeDuDossier.ConteneurAccepte.class),
            Map.entry("contact-modifie", ActeDuDossier.ContactModifie.class),
            Map.entry("dossier-transfere", ActeDuDossier.DossierTransfere.class),
            Map.entry("dossier-reconduit", DossierReconduit.class),
            Map.entry("reprise-demandee", ActeDeReprise.RepriseDemandee.class),
            Map.entry("reprise-refusee", ActeDeReprise.RepriseRefusee.class),
            Map.entry("reprise-deferee", ActeDeReprise.RepriseDeferee.class),
            Map.entry("reprise-accordee", ActeDeReprise.RepriseAccordee.class),
            Map.entry("reprise-rejetee", ActeDeReprise.RepriseRejetee.class),
            Map.entry("reprise-finie", ActeDeReprise.RepriseFinie.class),
            Map.entry("dossier-assigne", ActeDeConcertation.DossierAssigne.class),
            Map.entry("note-ecrite", ActeDeConcertation.NoteEcrite.class),
            Map.entry("points-verifies", ActeDeConcertation.PointsVerifies.class),
            Map.entry("avis-demande", ActeDeConcertation.AvisDemande.class),
            Map.entry("avis-rendu", ActeDeConcertation.AvisRendu.class),
            Map.entry("avis-retire", ActeDeConcertation.AvisRetire.class),
            Map.entry("message-envoye", ActeDuDossier.MessageEnvoye.class),
            Map.entry("etape-ouverte", ActeDuDossier.EtapeOuverte.class),
            Map.entry("etape-transmise", ActeDuDossier.EtapeTransmise.class),
            Map.entry("modification-demandee", ActeDuDossier.ModificationDemandee.class),
            Map.entry("etape-validee", ActeDuDossier.EtapeValidee.class),
            Map.entry("financement-accorde", ActeDuDossier.FinancementAccorde.class),
            Map.entry("etape-refusee", ActeDuDossier.EtapeRefusee.class),
            Map.entry("decision-reprise", ActeDuDossier.DecisionReprise.class),
            Map.entry("etape-refermee", ActeDuDossier.EtapeRefermee.class),
            Map.entry("etape-close", ActeDuDossier.EtapeClose.class),
            Map.entry("convention-etablie", ActeDuDossier.ConventionEtablie.class),
            Map.entry("convention-envoyee", ActeDuDossier.ConventionEnvoyee.class),
            Map.entry("convention-relancee", ActeDuDossier.ConventionRelancee.class),
            Map.entry("convention-signee", ActeDuDossier.ConventionSignee.class),
            Map.entry("convention-refusee", ActeDuDossier.ConventionRefusee.class),
            Map.entry("convention-expiree", ActeDuDossier.ConventionExpiree.class),
            Map.entry("convention-remplacee", ActeDuDossier.ConventionRemplacee.class),
            Map.entry("versement-note", ActeDuDossier.VersementNote.class),
            Map.entry("versement-annule", ActeDuDossier.VersementAnnule.class),
            Map.entry("piece-telechargee", ActeDeConsultation.PieceTelechargee.class),
            Map.entry("dossier-copie", ActeDeConsultation.DossierCopie.class),
            Map.entry("identifiants-lus", ActeDeConsultation.IdentifiantsLus.class),
            Map.entry("export-fait", ActeDeConsultation.ExportFait.class),
            Map.entry("export-telecharge", ActeDeConsultation.ExportTelecharge.class),
            Map.entry("paiements-exportes", ActeDeConsultation.PaiementsExportes.class),
            Map.entry("referent-consulte", ActeDeConsultation.ReferentConsulte.class),
            Map.entry("compte-cree", ActeDuCompte.CompteCree.class),
            Map.entry("inscription-ecartee", ActeDuCompte.InscriptionEcartee.class),
            Map.entry("membre-invite", ActeDuCompte.MembreInvite.class),
            Map.entry("invitation-renvoyee", ActeDuCompte.InvitationRenvoyee.class),
            Map.entry("compte-active", ActeDuCompte.CompteActive.class),
            Map.entry("compte-desactive", ActeDuCompte.CompteDesactive.class),
            Map.entry("compte-reactive", ActeDuCompte.CompteReactive.class),
            Map.entry("compte-supprime", ActeDuCompte.CompteSupprime.class),
            Map.entry("informations-corrigees", ActeDuCompte.InformationsCorrigees.class),
            Map.entry("etablissement-ajoute", ActeDuCompte.EtablissementAjoute.class),
            Map.entry("etablissement-retire", ActeDuCompte.EtablissementRetire.class),
            Map.entry("cgu-acceptees", ActeDuCompte.CguAcceptees.class),
            Map.entry("connexion", ActeDuCompte.Connexion.class),
            Map.entry("mot-de-passe-change", ActeDuCompte.MotDePasseChange.class),
            Map.entry("mot-de-passe-reinitialise", ActeDuCompte.MotDePasseReinitialise.class),
            Map.entry("second-facteur-lie", ActeDuCompte.SecondFacteurLie.class),
            Map.entry("second-facteur-delie", ActeDuCompte.SecondFacteurDelie.class),
            Map.entry("code-dispense", ActeDuCompte.CodeDispense.class),
            Map.entry("code-redemande", ActeDuCompte.CodeRedemande.class),
            Map.entry("cle-d-acces-ajoutee", ActeDuCompte.CleDAccesAjoutee.class),
            Map.entry("cle-d-acces-retiree", ActeDuCompte.CleDAccesRetiree.class),
            Map.entry("courriel-relance", ActeDuSupport.CourrielRelance.class),
            Map.entry("modele-reecrit", ActeDuSupport.ModeleReecrit.class),
            Map.entry("modele-retabli", ActeDuSupport.ModeleRetabli.class),
            Map.entry("texte-ecrit", ActeDuSupport.TexteEcrit.class),
            Map.entry("texte-retabli", ActeDuSupport.TexteRetabli.class),
            Map.entry("referentiel-envoye", ActeDuSupport.ReferentielEnvoye.class),
            Map.entry("referentiel-confirme", ActeDuSupport.ReferentielConfirme.class),
            Map.entry("referentiel-abandonne", ActeDuSupport.ReferentielAbandonne.class),
            Map.entry("referentiel-importe", ActeDuSupport.ReferentielImporte.class),
            Map.entry("conteneurs-importes", ActeDuSupport.ConteneursImportes.class),
            Map.entry("plafonds-importes", ActeDuSupport.PlafondsImportes.class),
            Map.entry("guichet-publie", ActeDuSupport.GuichetPublie.class),
            Map.entry("formulaire-publie", ActeDuSupport.FormulairePublie.class));

    private static final Map<Class<? extends Acte>, String> PAR_CLASSE =
            CODES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Une composante qui manque rend la ligne illisible ; une de trop, d'un acte d'avant, ne dit plus rien. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    private FormeDesActes() {}

    static String code(Acte acte) {
        return requireNonNull(PAR_CLASSE.get(acte.getClass()), () -> acte.getClass() + " n’a pas de code");
    }

    static SortedMap<String, String> detail(Acte acte) {
        return JSON.convertValue(acte, DETAIL);
    }

    static Optional<Acte> lire(String code, Map<String, String> detail) {
        return Optional.ofNullable(CODES.get(code)).flatMap(classe -> {
            try {
                return Optional.of(JSON.convertValue(detail, classe));
            } catch (JacksonException _) {
                return Optional.empty();
            }
        });
    }
}
