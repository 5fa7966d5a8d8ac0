package fr.convergence.portail.convention;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.jeton.Codes;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.page.Formats;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Les courriels d'une convention, à son signataire et au référent (NOT-1), dans la transaction de l'acte. */
@Component
final class LettresDeConvention {

    /** Ce que les liens du signataire désignent. */
    static final String USAGE = "convention";

    /** Le temps de retrouver son exemplaire, une fois signé. */
    private static final Duration APRES_SIGNATURE = Duration.ofDays(365);

    private final Courriels courriels;
    private final Liens liens;
    private final Codes codes;
    private final Dossiers dossiers;
    private final Comptes comptes;
    private final ComposerConvention composer;
    private final Clock horloge;

    LettresDeConvention(
            Courriels courriels,
            Liens liens,
            Codes codes,
            Dossiers dossiers,
            Comptes comptes,
            ComposerConvention composer,
            Clock horloge) {
        this.courriels = courriels;
        this.liens = liens;
        this.codes = codes;
        this.dossiers = dossiers;
        this.comptes = comptes;
        this.composer = composer;
        this.horloge = horloge;
    }

    void aSigner(Convention envoyee) {
        ecrire(auSignataire("a-signer", envoyee, avecLien(envoyee, resteASigner(envoyee))));
        envoyee(envoyee);
    }

    /** Le prestataire écrit lui-même au signataire : le référent seul l'apprend de nous. */
    void envoyee(Convention envoyee) {
        auReferent("envoyee", envoyee, Map.of()).ifPresent(this::ecrire);
    }

    void rappel(Convention envoyee) {
        ecrire(auSignataire("rappel", envoyee, avecLien(envoyee, resteASigner(envoyee))));
    }

    void code(Convention envoyee) {
        ecrire(auSignataire(
                "code",
                envoyee,
                Map.of(
                        "code", codes.emettre(USAGE, envoyee.id()),
                        "heure", Formats.heure(horloge.instant().plus(Codes.VALIDITE)))));
    }

    void signee(Convention signee) {
        ecrire(auSignataire("signee-signataire", signee, avecLien(signee, APRES_SIGNATURE)));
        auReferent("signee", signee, Map.of()).ifPresent(this::ecrire);
    }

    void refusee(Convention refusee, String motif) {
        auReferent("refusee", refusee, Map.of("motif", motif)).ifPresent(this::ecrire);
    }

    void expiree(Convention expiree) {
        auReferent("expiree", expiree, Map.of()).ifPresent(this::ecrire);
    }

    void remplacee(Convention remplacee) {
        annulation(remplacee).ifPresent(this::ecrire);
    }

    /** Celui dont le lien ne vaudrait plus rien l'apprend : il ne cherchera pas pourquoi. Qui ne l'a pas reçu n'a rien à savoir. */
    Optional<Lettre> annulation(Convention convention) {
        return convention.etat() instanceof Envoyee
                ? Optional.of(auSignataire("annulee", convention, Map.of()))
                : Optional.empty();
    }

    private void ecrire(Lettre lettre) {
        courriels.ecrire(List.of(lettre));
    }

    private Duration resteASigner(Convention convention) {
        return convention.etat() instanceof Envoyee envoyee
                ? Duration.between(horloge.instant(), envoyee.expireLe())
                : APRES_SIGNATURE;
    }

    private Map<String, String> avecLien(Convention convention, Duration validite) {
        return Map.of(
                "lien", "/convention/" + liens.emettre(USAGE, convention.id().toString(), validite));
    }

    private Lettre auSignataire(String modele, Convention convention, Map<String, String> variables) {
        return new Lettre(
                "convention/" + modele,
                List.of(convention.contenu().signataire().courriel()),
                convention.reference().valeur(),
                variables(convention, variables));
    }

    /** S'il a encore un compte. */
    private Optional<Lettre> auReferent(String modele, Convention convention, Map<String, String> variables) {
        return dossiers.celui(convention.reference())
                .flatMap(dossier -> comptes.titulaire(dossier.referent())
                        .filter(Compte::actif)
                        .map(referent -> {
                            var completes = variables(convention, variables);
                            completes.put("prenom", referent.prenom());
                            completes.put("unAutre", composer.unAutreSignataire(dossier));
                            return new Lettre(
                                    "convention/" + modele,
                                    List.of(referent.courriel().valeur()),
                                    convention.reference().valeur(),
                                    completes);
                        }));
    }

    private static Map<String, String> variables(Convention convention, Map<String, String> autres) {
        var contenu = convention.contenu();
        var variables = new HashMap<String, String>();
        variables.put("reference", convention.reference().valeur());
        variables.put("guichet", contenu.guichet());
        variables.put("etablissement", contenu.etablissement().nom());
        variables.put("signataire", contenu.signataire().nomComplet());
        variables.put("adresse", contenu.signataire().courriel());
        if (convention.etat() instanceof Envoyee envoyee) {
            variables.put("jusqua", Formats.dateHeure(envoyee.expireLe().minusSeconds(1)));
        }
        variables.putAll(autres);
        return variables;
    }
}
