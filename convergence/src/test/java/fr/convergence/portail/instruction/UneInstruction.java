package fr.convergence.portail.instruction;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Ce qu'il faut pour instruire dans un test : des vérificateurs, un référent, des dossiers transmis. */
@Component
public class UneInstruction {

    private static final AtomicInteger SUIVANT = new AtomicInteger(100_000);

    private final JdbcClient base;
    private final Dossiers dossiers;
    private final GuichetsPublies guichets;
    private final ApplicationEventPublisher faits;
    private final Clock horloge;
    private final Requetes requetes;

    UneInstruction(
            JdbcClient base,
            Dossiers dossiers,
            GuichetsPublies guichets,
            ApplicationEventPublisher faits,
            Clock horloge,
            Requetes requetes) {
        this.base = base;
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.faits = faits;
        this.horloge = horloge;
        this.requetes = requetes;
    }

    public Connecte ars(String region) {
        return compte(Role.ARS, region, "Alice");
    }

    public Connecte ans() {
        return compte(Role.ANS, null, "Noé");
    }

    public Connecte operateur() {
        return compte(Role.OPERATEUR, null, "Olga");
    }

    public Connecte referent() {
        return compte(Role.REFERENT, null, "Claire");
    }

    public static String courriel(Connecte qui) {
        return qui.compte() + "@essai.example";
    }

    /** Un dossier en brouillon au guichet CARE-D1 : candidature vérifiée par l'ARS, déclaration par l'ARS puis l'ANS. */
    @Transactional
    public Dossier brouillon(String region, String nom, Connecte referent) {
        return brouillon(region, nom, referent, new CleCandidat(TypeCandidat.EJ_PRIVEE, finess()));
    }

    @Transactional
    public Dossier transmisPour(String region, String nom, CleCandidat candidat) {
        var referent = referent();
        var dossier = brouillon(region, nom, referent, candidat);
        transmettre(referent, dossier, "candidature", horloge.instant());
        return relire(referent, dossier);
    }

    private Dossier brouillon(String region, String nom, Connecte referent, CleCandidat candidat) {
        publier(guichets);
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference("CARE-D1", 4),
                new CandidatDuDossier(candidat, nom),
                Region.duCode(region),
                referent.compte(),
                horloge.instant(),
                List.of(
                        etape("candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon()),
                        etape("declaration", 2, List.of(Niveau.ARS, Niveau.ANS), new EtatEtape.Fermee())));
        dossiers.creer(dossier);
        return dossier;
    }

    @Transactional
    public Dossier transmis(String region, String nom) {
        return transmis(region, nom, referent(), horloge.instant());
    }

    @Transactional
    public Dossier transmis(String region, String nom, Connecte referent, Instant le) {
        var dossier = brouillon(region, nom, referent);
        transmettre(referent, dossier, "candidature", le);
        return relire(referent, dossier);
    }

    /** Un dossier dont la déclaration attend l'ARS, puis l'ANS. */
    @Transactional
    public Dossier enDeclaration(String region, String nom) {
        var referent = referent();
        var dossier = transmis(region, nom, referent, horloge.instant());
        passer(
                dossier,
                "candidature",
                dossier.etape("candidature").orElseThrow().valider(horloge.instant()));
        passer(
                dossier,
                "declaration",
                dossier.etape("declaration").orElseThrow().ouvrir());
        transmettre(referent, relire(referent, dossier), "declaration", horloge.instant());
        return relire(referent, dossier);
    }

    /** La transmission et le fait qu'elle publie. */
    @Transactional
    public void transmettre(Connecte referent, Dossier dossier, String code, Instant le) {
        var avant = relire(referent, dossier).etape(code).orElseThrow();
        var apres = avant.transmettre(le, guichets.retour(dossier.guichet(), code));
        var acte = ActesDEssai.transmise(avant.vers(apres));
        dossiers.passer(dossier, avant, apres, referent.getName(), acte);
        faits.publishEvent(new EtapePassee(dossier.reference(), acte, le));
    }

    /** Ce que cette transmission contient. */
    @Transactional
    public void sceller(
            Dossier dossier, int numero, Instant le, Map<String, Valeur> reponses, Map<String, List<Preuve>> preuves) {
        var reference = Reference.de("care-d1-candidature@5");
        var edition = new EditionScellee(reference, "essai", reponses, preuves);
        base.sql("""
                insert into saisie_edition (etape, numero, contenu, empreinte, transmise_le, par, cle)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        dossier.etape("candidature").orElseThrow().id(),
                        numero,
                        edition.canonique(),
                        edition.empreinte(),
                        Timestamp.from(le),
                        dossier.referent(),
                        UUID.randomUUID())
                .update();
    }

    public Dossier relire(Connecte referent, Dossier dossier) {
        return dossiers.duReferent(referent, dossier.reference()).orElseThrow();
    }

    public Etape relue(Connecte verificateur, Dossier dossier, String code) {
        return dossiers.duVerificateur(verificateur, dossier.reference())
                .flatMap(trouve -> trouve.etape(code))
                .orElseThrow();
    }

    MvcTestResult lire(Connecte qui, String adresse) {
        return requetes.lire(qui, adresse);
    }

    MvcTestResult envoyer(Connecte qui, String adresse, Map<String, String> champs) {
        return requetes.envoyer(qui, adresse, champs);
    }

    /** Une décision sur la candidature, par qui en a lu cette version. */
    MvcTestResult decider(Connecte qui, Dossier dossier, String nature, int version, Map<String, String> champs) {
        var tous = new HashMap<>(champs);
        tous.put("version", String.valueOf(version));
        return envoyer(qui, decision(dossier, "candidature", nature), tous);
    }

    Statut statut(Connecte verificateur, Dossier dossier) {
        return Statut.de(relue(verificateur, dossier, "candidature"));
    }

    static String decision(Dossier dossier, String etape, String nature) {
        return "/instruction/" + dossier.reference() + "/" + etape + "/decisions/" + nature;
    }

    private void passer(Dossier dossier, String code, Etape apres) {
        var avant = dossier.etape(code).orElseThrow();
        dossiers.passer(dossier, avant, apres, Journal.SYSTEME, new EtapeValidee(avant.vers(apres)));
    }

    /** Une fois pour tous les essais qui se partagent cette base. */
    public static void publier(GuichetsPublies guichets) {
        if (guichets.enVigueur("CARE-D1").isEmpty()) {
            DefinitionLivree.guichetsDeDemonstration()
                    .forEach(livree -> guichets.publierGuichet(livree.fichier(), livree.texte()));
        }
    }

    private Connecte compte(Role role, @Nullable String region, String prenom) {
        var qui = new Connecte(UUID.randomUUID(), role, prenom + " Essai", role.perimetre(region), horloge.instant());
        base.sql("""
                insert into compte (id, role, region, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
                    civilite, nom, prenom, etat, etat_depuis, cree_le)
                values (:id, :role, :region, cast(:id as text), :cle, :cle, :cle, 'MADAME', 'Essai', :prenom, 'ACTIF', now(), now())
                """)
                .param("id", qui.compte())
                .param("role", role.name())
                .param("region", region)
                .param("cle", courriel(qui))
                .param("prenom", prenom)
                .update();
        return qui;
    }

    private static Etape etape(String code, int rang, List<Niveau> circuit, EtatEtape etat) {
        return new Etape(Uuid.v7(), code, rang, circuit, etat, 0);
    }

    private static String finess() {
        var debut = "97" + SUIVANT.incrementAndGet();
        return IntStream.range(0, 10)
                .mapToObj(cle -> debut + cle)
                .filter(numero -> Finess.lire(numero).siLue().isPresent())
                .findFirst()
                .orElseThrow();
    }
}
