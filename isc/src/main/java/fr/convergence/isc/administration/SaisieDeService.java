package fr.convergence.isc.administration;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.client.MethodeDeClient;
import fr.convergence.isc.client.ReglesDeService;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ce qu'un opérateur écrit d'un service, tel quel. Une adresse par ligne ; les portées, séparées par des espaces. */
public record SaisieDeService(
        String clientId,
        String nom,
        String description,
        String adresse,
        String methode,
        String cles,
        String retours,
        String retoursDeDeconnexion,
        String avisDeDeconnexion,
        String portees,
        List<String> fonctions,
        String algorithme,
        String pourLuiMeme,
        String identiteSignee,
        String consentement,
        String actif) {

    private static final String OUI = "oui";
    private static final int MAX = 300;

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDeService {
        clientId = FormeNormale.ligne(clientId);
        nom = FormeNormale.ligne(nom);
        description = FormeNormale.ligne(description);
        adresse = FormeNormale.ligne(adresse);
        methode = FormeNormale.ligne(methode);
        cles = FormeNormale.texte(cles);
        retours = FormeNormale.texte(retours);
        retoursDeDeconnexion = FormeNormale.texte(retoursDeDeconnexion);
        avisDeDeconnexion = FormeNormale.ligne(avisDeDeconnexion);
        portees = FormeNormale.ligne(portees);
        fonctions = liste(fonctions);
        algorithme = FormeNormale.ligne(algorithme);
        pourLuiMeme = FormeNormale.ligne(pourLuiMeme);
        identiteSignee = FormeNormale.ligne(identiteSignee);
        consentement = FormeNormale.ligne(consentement);
        actif = FormeNormale.ligne(actif);
    }

    static SaisieDeService vierge() {
        return new SaisieDeService(
                "",
                "",
                "",
                "",
                MethodeDeClient.SECRET_EN_ENTETE.nom(),
                "",
                "",
                "",
                "",
                "openid profile email organisation",
                List.of(Fonction.MANDATAIRE.name(), Fonction.REPRESENTANT.name(), Fonction.SALARIE.name()),
                AlgorithmeDeCle.RS256.name(),
                "",
                "",
                OUI,
                OUI);
    }

    static SaisieDeService de(ServiceRaccorde service) {
        var regles = service.regles();
        return new SaisieDeService(
                service.clientId(),
                service.nom(),
                service.description(),
                service.adresse(),
                service.methode().nom(),
                service.cles() == null ? "" : service.cles(),
                lignes(regles.retours()),
                lignes(regles.retoursDeDeconnexion()),
                regles.avisDeDeconnexion() == null ? "" : regles.avisDeDeconnexion(),
                regles.portees().stream().sorted().collect(Collectors.joining(" ")),
                regles.fonctions().stream().map(Enum::name).toList(),
                regles.algorithme().name(),
                regles.octrois().contains("client_credentials") ? OUI : "",
                regles.identiteSignee() ? OUI : "",
                regles.consentement() ? OUI : "",
                service.actif() ? OUI : "");
    }

    public boolean coche(String valeur) {
        return OUI.equals(valeur);
    }

    public Optional<MethodeDeClient> laMethode() {
        return Arrays.stream(MethodeDeClient.values())
                .filter(possible -> possible.nom().equals(methode))
                .findFirst();
    }

    /** Ce que le service pourra faire, si tout y est juste. */
    Optional<ReglesDeService> regles(Erreurs erreurs) {
        remplir("clientId", clientId, erreurs);
        remplir("nom", nom, erreurs);
        remplir("description", description, erreurs);
        sure("adresse", adresse, erreurs);
        if (laMethode().isEmpty()) {
            erreurs.ajouter("methode", "administration.service.methode.manque");
        }
        var versOu = adresses(retours);
        if (versOu.isEmpty()) {
            erreurs.ajouter("retours", "administration.service.retours.manque");
        }
        versOu.forEach(retour -> sure("retours", retour, erreurs));
        adresses(retoursDeDeconnexion).forEach(retour -> sure("retoursDeDeconnexion", retour, erreurs));
        if (!avisDeDeconnexion.isEmpty()) {
            sure("avisDeDeconnexion", avisDeDeconnexion, erreurs);
        }
        var voulues = Set.of(portees.split(" "));
        if (!voulues.contains("openid")) {
            erreurs.ajouter("portees", "administration.service.portees.openid");
        }
        var ouvert = fonctionsLues();
        if (ouvert.isEmpty()) {
            erreurs.ajouter("fonctions", "administration.service.fonctions.manque");
        }
        return erreurs.vides()
                ? Optional.of(new ReglesDeService(
                        octrois(),
                        versOu,
                        adresses(retoursDeDeconnexion),
                        avisDeDeconnexion.isEmpty() ? null : avisDeDeconnexion,
                        voulues,
                        ouvert,
                        algorithme.equals(AlgorithmeDeCle.ES256.name()) ? AlgorithmeDeCle.ES256 : AlgorithmeDeCle.RS256,
                        coche(identiteSignee),
                        coche(consentement)))
                : Optional.empty();
    }

    private Set<String> octrois() {
        var octrois = new HashSet<>(Set.of("authorization_code", "refresh_token"));
        if (coche(pourLuiMeme)) {
            octrois.add("client_credentials");
        }
        return octrois;
    }

    private Set<Fonction> fonctionsLues() {
        return Stream.of(Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE, Fonction.OPERATEUR)
                .filter(fonction -> fonctions.contains(fonction.name()))
                .collect(Collectors.toSet());
    }

    private static Set<String> adresses(String lignes) {
        return lignes.lines()
                .map(FormeNormale::ligne)
                .filter(ligne -> !ligne.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String lignes(Set<String> adresses) {
        return adresses.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static void remplir(String champ, String valeur, Erreurs erreurs) {
        if (valeur.isEmpty()) {
            erreurs.ajouter(champ, "identifiant.vide");
        } else if (valeur.length() > MAX) {
            erreurs.ajouter(champ, "identifiant.nom.longueur", MAX);
        }
    }

    private static void sure(String champ, String adresse, Erreurs erreurs) {
        if (!ReglesDeService.sure(adresse)) {
            erreurs.ajouter(champ, "administration.service.adresse.refusee");
        }
    }

    private static List<String> liste(@Nullable List<String> valeurs) {
        return valeurs == null ? List.of() : List.copyOf(valeurs);
    }
}
