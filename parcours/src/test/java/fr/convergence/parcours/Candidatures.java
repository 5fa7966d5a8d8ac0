package fr.convergence.parcours;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** Les gestes d'un référent sur une candidature, que plusieurs parcours partagent. */
final class Candidatures {

    static final String DOMAINE_1 = "Domaine 1 Audits techniques";
    static final String DOMAINE_2 = "Domaine 2 Stratégie de continuité et de reprise d’activité";
    static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    static final String SECRET_OCCITANIE = "AFVS4NPKHBM7VB4WVA3U6UZV4MYYG6PD";
    static final String SECRET_BRETAGNE = "H4D3D2VBWER6SYQZTDADGCO6354UH7LG";

    private Candidatures() {}

    /** Rattache un établissement de plus à un compte, comme sa page « Vos établissements » le ferait. */
    static void rattacher(LeSite site, String nomUtilisateur, String type, String finess) {
        site.base().changer("""
                insert into compte_etablissement (compte, candidat_type, candidat, ajoute_le)
                select id, ?, ?, now() from compte where nom_utilisateur = ? on conflict do nothing
                """, type, finess, nomUtilisateur);
    }

    /**
     * Crée une candidature, de la page « Candidater ».
     *
     * @param etablissement un morceau du nom de l'établissement, tel que la liste le montre
     * @return « /dossiers/{référence} »
     */
    static String candidater(Navigateur chez, String domaine, String etablissement) {
        chez.aller("/candidater");
        chez.choisir("guichet", domaine);
        var option = chez.page()
                .locator("select[name=etablissement] option")
                .filter(new Locator.FilterOptions().setHasText(etablissement))
                .first()
                .getAttribute("value");
        chez.page().locator("select[name=etablissement]").selectOption(new SelectOption().setValue(option));
        chez.cliquer("Valider");
        chez.page().waitForURL(Pattern.compile("/dossiers/[A-Z]{10}"));
        return "/dossiers/" + chez.page().url().replaceFirst(".*/dossiers/([A-Z]{10}).*", "$1");
    }

    static String reference(String dossier) {
        return dossier.substring("/dossiers/".length());
    }

    static void cocher(Navigateur chez, String champ) {
        Navigateur.cocher(chez.page().locator("[name='" + champ + "'][type=checkbox]"));
    }

    static void personne(Navigateur chez, String id) {
        chez.cocher(id + ".civilite", "MADAME");
        chez.saisir(id + ".nom", "Martin");
        chez.saisir(id + ".prenom", "Ève");
        chez.saisir(id + ".courriel", id + "@clinique.example");
    }

    static void signataire(Navigateur chez) {
        personne(chez, "signataire");
        chez.saisir("signataire.fonction", "Directrice générale");
        chez.saisir("signataire.telephone", "04 67 00 00 00");
    }

    static void engagement(Navigateur chez) {
        cocher(chez, "engagement");
        chez.saisir("role", "Directeur du système d'information");
        cocher(chez, "engagement_contact");
    }

    static void banque(Navigateur chez) {
        chez.saisir("iban", "FR76 3000 6000 0112 3456 7890 189");
        chez.saisir("bic", "AGRIFRPP");
    }

    /** Le domaine 1 rempli en trois envois, depuis la page de toutes les sections, dans un navigateur sans JavaScript. */
    static void remplirSansScript(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/ensemble");
        engagement(chez);
        personne(chez, "dsi");
        personne(chez, "rssi");
        chez.cocher("prerequis_ps11", "valide");
        chez.cocher("prerequis_ps12", "valide");
        signataire(chez);
        banque(chez);
        chez.page().locator("#rib").setInputFiles(PiecesDuParcours.pdf("rib.pdf"));
        chez.page().locator("button[name=envoyer][value=rib]").click();
        chez.voir("Vos fichiers sont arrivés, et la page est enregistrée.");
    }

    static void suivant(Navigateur chez) {
        quitter(chez);
        chez.controler();
    }

    /** « Suivant », quand la page qui suit est contrôlée ailleurs. */
    static void quitter(Navigateur chez) {
        var avant = chez.page().url();
        chez.cliquer("Suivant");
        chez.page().waitForURL(adresse -> !adresse.equals(avant));
    }

    /** Transmet depuis le récapitulatif, et attend l'accusé. */
    static void transmettre(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.cliquer("Transmettre votre candidature");
        chez.voir("est transmise");
    }

    /** Attend que tout soit enregistré, et que la page dise à quelle heure. */
    static void enregistre(Navigateur chez) {
        chez.page().waitForFunction("""
                () => !document.querySelector(".htmx-request")
                      && /Enregistré à \\d\\d:\\d\\d/.test(document.querySelector("[data-saisie-etat]").textContent)
                """);
    }

    static Navigateur verificateurOccitanie() {
        var ars = Navigateur.ouvrir();
        Usagers.connecterEquipe(ars, "claire.martin", MOT_DE_PASSE, SECRET_OCCITANIE);
        return ars;
    }

    static void accepter(Navigateur ars, String dossier) {
        ars.aller("/instruction/" + reference(dossier) + "/candidature/decisions/validation");
        ars.cliquer("Valider l’étape");
        ars.voir("L’étape est acceptée. Le référent est prévenu.");
    }
}
