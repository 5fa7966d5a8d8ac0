package fr.convergence.demonstration.vie;

import static java.util.Objects.requireNonNull;

import fr.convergence.demonstration.vie.Deroulement.Suite;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptePret;
import fr.convergence.socle.identifiant.Region;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fait vivre les guichets d'exemple, une fois : une trentaine de dossiers déposés, instruits et corrigés par les pages du
 * portail, avec leurs fichiers et leurs courriels. Ce qui est fait se note dans un fichier ; interrompue, elle reprend.
 */
public final class VieDuGuichet {

    private static final Logger TRACES = LoggerFactory.getLogger(VieDuGuichet.class);

    private static final int JOURS_POUR_CORRIGER = 10;

    private final Clock horloge;
    private final Entree entree;
    private final Map<String, ComptePret> comptes = new HashMap<>();
    private final List<ComptePret> verificateurs;
    private final ComptePret ans;
    private final Avancement avancement;
    private final Map<String, Visite> visites = new HashMap<>();

    /**
     * @param personnes celles qui ont un compte ; les vérificateurs sont parmi les figurants : qui visite peut prendre la
     *     place des autres au même instant, et un code d'application ne sert qu'une fois
     * @param avancement fichier où se note ce qui est fait
     */
    public VieDuGuichet(
            URI site, URI boite, List<ComptePret> personnes, List<ComptePret> figurants, Path avancement, Clock horloge)
            throws IOException {
        this.horloge = horloge;
        this.entree = new Entree(HttpClient.newHttpClient(), site, boite, horloge);
        Stream.concat(personnes.stream(), figurants.stream())
                .forEach(compte -> comptes.put(compte.nomUtilisateur().valeur(), compte));
        this.verificateurs =
                figurants.stream().filter(compte -> compte.role() == Role.ARS).toList();
        this.ans = figurants.stream()
                .filter(compte -> compte.role() == Role.ANS)
                .findFirst()
                .orElseThrow();
        this.avancement = Avancement.lire(avancement);
    }

    /** Vrai si quelque chose restait à faire. */
    public boolean mener() throws InterruptedException, IOException {
        pour("depot", exemple -> true, this::deposer);
        decider("decision", exemple -> exemple.deroulement().premiereDecision() != Suite.RIEN);
        pour("correction", exemple -> exemple.deroulement().seCorrige(), this::corriger);
        pour("reprise", exemple -> exemple.deroulement() == Deroulement.RECOMMENCE, this::recommencer);
        decider("verdict", exemple -> exemple.deroulement() == Deroulement.VALIDE_APRES_CORRECTION);
        pour("signature", exemple -> exemple.deroulement().seSigne(), this::signer);
        pour("declaration", exemple -> exemple.deroulement().seDeclare(), this::declarer);
        decider("lecture", exemple -> exemple.deroulement().seDeclare());
        pour("accord", exemple -> exemple.deroulement().sAccorde(), this::accorder);
        for (var visite : visites.values()) {
            visite.lire("/").formulaire("form[action='/deconnexion'] button").envoyer();
        }
        return !visites.isEmpty();
    }

    private interface Acte {
        void faire(Exemple exemple) throws IOException, InterruptedException;
    }

    /** Un exemple qui échoue se trace et n'empêche pas les autres. */
    private void pour(String acte, Predicate<Exemple> choix, Acte faire) throws InterruptedException, IOException {
        for (var exemple : Exemple.TOUS.stream().filter(choix).toList()) {
            if (avancement.fait(acte, exemple.cle())) {
                continue;
            }
            try {
                faire.faire(exemple);
                avancement.noter(acte, exemple.cle(), "oui");
            } catch (IOException | RuntimeException e) {
                TRACES.warn("Dossier d’exemple {} : {} non fait", exemple.cle(), acte, e);
            }
        }
    }

    private Visite referent(Exemple exemple) throws IOException, InterruptedException {
        return visite(exemple.referent());
    }

    private Visite visite(String nomUtilisateur) throws IOException, InterruptedException {
        var visite = visites.get(nomUtilisateur);
        if (visite == null) {
            visite = entree.entrer(requireNonNull(comptes.get(nomUtilisateur)));
            visites.put(nomUtilisateur, visite);
        }
        return visite;
    }

    private void deposer(Exemple exemple) throws IOException, InterruptedException {
        var visite = referent(exemple);
        if (!avancement.fait("reference", exemple.cle())) {
            ouvrir(visite, exemple);
        }
        remplir(visite, exemple);
        if (exemple.deroulement().seTransmet()) {
            Transmission.transmettre(visite, adresse(exemple));
        }
    }

    private void declarer(Exemple exemple) throws IOException, InterruptedException {
        declaration(exemple).deposer(referent(exemple));
    }

    private void accorder(Exemple exemple) throws IOException, InterruptedException {
        var visite = visite(ans.nomUtilisateur().valeur());
        declaration(exemple).accorder(visite);
        for (var versement : exemple.deroulement().versements()) {
            declaration(exemple).verser(visite, versement);
        }
    }

    private Declaration declaration(Exemple exemple) {
        return new Declaration(exemple, reference(exemple));
    }

    private void ouvrir(Visite visite, Exemple exemple) throws IOException, InterruptedException {
        visite.lire("/candidater");
        var choix = visite.page().select("select[name=etablissement] option").stream()
                .map(option -> option.val())
                .filter(valeur -> valeur.contains(exemple.candidat()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Candidat absent : " + exemple.candidat()));
        visite.formulaire("[form=candidater-formulaire]")
                .saisir("guichet", exemple.guichet())
                .saisir("etablissement", choix)
                .envoyer();
        avancement.noter("reference", exemple.cle(), visite.chemin().replaceFirst("/dossiers/([A-Z]{10}).*", "$1"));
    }

    private void remplir(Visite visite, Exemple exemple) throws IOException, InterruptedException {
        var reponses = new ReponsesDExemple(exemple);
        var remplissage = exemple.deroulement().remplissage();
        visite.lire(adresse(exemple) + "/ensemble")
                .formulaire("button[name=suite][value=brouillon]")
                .saisirCeQuiSeDemande(reponses.a(remplissage))
                .envoyer();
        if (remplissage == Deroulement.Remplissage.TOUT) {
            for (var piece : reponses.pieces().entrySet()) {
                if (avancement.fait("piece." + piece.getKey(), exemple.cle())) {
                    continue;
                }
                visite.lire(adresse(exemple) + "/ensemble");
                var envoyer = "button[name=envoyer][value=" + piece.getKey() + "]";
                if (visite.page().selectFirst(envoyer) != null) {
                    visite.formulaire(envoyer)
                            .joindre(piece.getKey(), reponses.nomDuFichier(piece.getKey()), piece.getValue())
                            .envoyer();
                    avancement.noter("piece." + piece.getKey(), exemple.cle(), "oui");
                }
            }
        }
    }

    private void decider(String acte, Predicate<Exemple> choix) throws InterruptedException, IOException {
        for (var verificateur : verificateurs) {
            pour(acte, choix.and(exemple -> deSaRegion(verificateur, exemple)), exemple -> {
                var visite = visite(verificateur.nomUtilisateur().valeur());
                if (acte.equals("lecture")) {
                    declaration(exemple).valider(visite);
                    return;
                }
                var suite = acte.equals("verdict")
                        ? Suite.VALIDATION
                        : exemple.deroulement().premiereDecision();
                decider(visite, exemple, suite);
            });
        }
    }

    /** Le code d'un GHT porte sa région ; une entité juridique, son département. */
    private static boolean deSaRegion(ComptePret verificateur, Exemple exemple) {
        var bretagne = exemple.candidat().matches("BRE-.*|(22|29|35|56).*");
        return bretagne == (verificateur.region() == Region.BRETAGNE);
    }

    private void decider(Visite visite, Exemple exemple, Suite suite) throws IOException, InterruptedException {
        var nature = switch (suite) {
            case MODIFICATION -> "modification";
            case VALIDATION -> "validation";
            case REFUS -> "refus";
            case RIEN -> throw new IllegalStateException("rien à décider");
        };
        var formulaire = visite.lire("/instruction/%s/candidature/decisions/%s".formatted(reference(exemple), nature))
                .formulaire("form[action$=/" + nature + "] button[type=submit]:not([name])");
        switch (suite) {
            case MODIFICATION ->
                formulaire
                        .saisir(
                                "motif",
                                "Votre candidature est presque complète. Précisez la fonction qui vous permet d’engager"
                                        + " l’établissement, et relisez les points signalés sous les questions.")
                        .saisir(
                                "retour",
                                LocalDate.now(horloge)
                                        .plusDays(JOURS_POUR_CORRIGER)
                                        .toString())
                        .saisirCeQuiSeDemande(Map.of(
                                "correction.role",
                                "La fonction indiquée ne suffit pas : ajoutez la délégation.",
                                "correction.rssi",
                                "Cette personne a quitté l’établissement selon votre dernier courrier."));
            case REFUS ->
                formulaire.saisir(
                        "motif",
                        "L’établissement est déjà financé pour les mêmes audits par un autre programme en 2026.");
            case VALIDATION, RIEN -> {}
        }
        formulaire.envoyer();
    }

    private void corriger(Exemple exemple) throws IOException, InterruptedException {
        var visite = referent(exemple);
        visite.lire(adresse(exemple) + "/ensemble")
                .formulaire("button[name=suite][value=brouillon]")
                .saisirCeQuiSeDemande(new ReponsesDExemple(exemple).corrigees())
                .envoyer();
        Transmission.transmettre(visite, adresse(exemple));
    }

    private void recommencer(Exemple exemple) throws IOException, InterruptedException {
        ouvrir(referent(exemple), exemple);
    }

    /** Le signataire n'a pas de compte : son lien, puis son code, lui viennent par courriel. */
    private void signer(Exemple exemple) throws IOException, InterruptedException {
        var adresse = requireNonNull(
                new ReponsesDExemple(exemple).a(Deroulement.Remplissage.TOUT).get("signataire.courriel"));
        var visite = entree.suivreLeLien(adresse, reference(exemple));
        var avant = entree.dernier(adresse);
        visite.formulaire("button[formaction$=/codes]").envoyer();
        visite.formulaire("form[action$=/signatures] button:not([formaction])")
                .saisir("accord", "oui")
                .saisir("code", entree.code(adresse, avant))
                .envoyer();
    }

    private String reference(Exemple exemple) {
        return avancement.valeur("reference", exemple.cle());
    }

    private String adresse(Exemple exemple) {
        return "/dossiers/" + reference(exemple) + "/candidature";
    }
}
