package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Ce que la personne accepte de transmettre : demandé une fois, retenu, et refusé quand elle refuse. */
@TestDIsc
@Import(ServicesDeTest.class)
final class ConsentementTest {

    @Autowired
    ServicesDeTest services;

    private ServiceDeTest service;
    private UUID personne;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void connecter() {
        service = services.service(ServicesDeTest.regles(Set.of(Fonction.values()), true));
        personne = services.personne(Fonction.SALARIE);
        navigateur = services.connecte(personne);
    }

    @Test
    void elle_lit_ce_qui_est_demande_accepte_et_n_est_plus_questionnee() {
        navigateur.lire(service.demande()).lire(chemin(navigateur.destination()));
        assertThat(navigateur.texte())
                .contains("Service d'essai", "votre adresse e-mail")
                .doesNotContain("téléphone");
        var code = ServiceDeTest.retour(choisir(navigateur, 1)).get("code");
        var recus = service.echanger(code);
        assertThat(service.identite(recus.texte("access_token")).texte("email")).contains("@");

        assertThat(service.code(navigateur)).as("retenu").isNotEmpty();
        navigateur.lire(service.demande("scope", "openid email phone"));
        assertThat(navigateur.destination()).as("une information de plus").contains(Adresses.CONSENTEMENT);
    }

    @Test
    void refuser_revient_au_service_sans_rien_lui_donner() {
        navigateur.lire(service.demande()).lire(chemin(navigateur.destination()));

        var retour = ServiceDeTest.retour(choisir(navigateur, 0));

        assertThat(retour).containsEntry("error", "access_denied").containsEntry("state", "etat & signes=1");
    }

    @Test
    void refuser_l_emporte_sur_ce_qui_avait_ete_accepte() {
        navigateur.lire(service.demande()).lire(chemin(navigateur.destination()));
        choisir(navigateur, 1);

        navigateur.lire(service.demande("prompt", "consent")).lire(chemin(navigateur.destination()));
        assertThat(ServiceDeTest.retour(choisir(navigateur, 0))).containsEntry("error", "access_denied");

        navigateur.lire(service.demande());
        assertThat(navigateur.destination()).as("à redemander").contains(Adresses.CONSENTEMENT);
    }

    @Test
    void un_service_peut_redemander_un_accord_meme_la_ou_il_n_en_faut_pas() {
        var sansAccord = services.service();

        navigateur.lire(sansAccord.demande("prompt", "consent"));

        assertThat(navigateur.destination()).contains(Adresses.CONSENTEMENT);
    }

    @Test
    void la_demande_d_une_autre_personne_ne_s_accepte_pas() {
        navigateur.lire(service.demande());
        var page = chemin(navigateur.destination());
        var etat = ServiceDeTest.retour(navigateur.destination()).get("state");
        var autre = services.connecte(services.personne(Fonction.SALARIE));

        assertThat(autre.lire(page).statut()).isEqualTo(400);
        autre.envoyer(
                Adresses.AUTORISATION,
                "client_id",
                service.clientId(),
                "state",
                etat,
                "scope",
                "openid",
                "scope",
                "email");
        assertThat(autre.statut()).isEqualTo(400);
        assertThat(autre.reponse().getHeader("Refresh")).isNull();
    }

    @Test
    void ce_qui_n_est_pas_demande_ne_s_accorde_pas() {
        navigateur.lire(service.demande());
        var etat = ServiceDeTest.retour(navigateur.destination()).get("state");

        navigateur.envoyer(Adresses.AUTORISATION, "client_id", service.clientId(), "state", etat, "scope", "phone");

        assertThat(ServiceDeTest.retour(
                        navigateur.reponse().getHeader("Refresh").replace("0;url=", "")))
                .containsEntry("error", "invalid_scope");
    }

    /** Envoie l'un des deux formulaires de la page, et dit où il mène. */
    private static String choisir(NavigateurDeTest navigateur, int rang) {
        var formulaire = navigateur
                .page()
                .select("form[action=" + Adresses.AUTORISATION + "]")
                .get(rang);
        var champs = new ArrayList<String>();
        formulaire.select("input").forEach(champ -> champs.addAll(List.of(champ.attr("name"), champ.val())));
        navigateur.envoyer(Adresses.AUTORISATION, champs.toArray(String[]::new));
        return navigateur.reponse().getHeader("Refresh").replace("0;url=", "");
    }

    private static String chemin(String adresse) {
        return adresse.replace("http://localhost", "");
    }
}
